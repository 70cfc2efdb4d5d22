// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/set_point_panel.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <cmath>

namespace halltwin::views::year {

namespace {

constexpr int stepsPerKelvin = 2;
constexpr int mostKelvins = 10;
constexpr double mostRiseK = 30.0;

QString signedText(double value, const QString& text) {
    return value > 0.0 ? QStringLiteral("+") + text : text;
}

QString kelvinText(int steps) {
    const double value = static_cast<double>(steps) / stepsPerKelvin;
    return signedText(value, bridge::formatWithUnit(value, 1, QStringLiteral("K")));
}

/// A row of the difference: name, and change with its sign.
QString rowText(const QString& name, double change, const QString& text) {
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'><b>%2</b></td></tr>")
        .arg(name, signedText(change, text));
}

}  // namespace

SetPointPanel::SetPointPanel(const bridge::ViewContext& context, YearFeed& feed, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_feed(feed) {
    setObjectName(QStringLiteral("year.setPoints"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::xs);
    auto* heading = new QLabel(tr("What if"), this);
    heading->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    layout->addWidget(heading);
    m_air = addSlider(tr("Supply air"), "year.air", tr("Moves the set-points of all coolers"));
    m_water = addSlider(tr("Chilled and facility water"), "year.water",
                        tr("Moves the set-points of chillers, dry coolers, economizers and water "
                           "sources"));
    m_staging = addChoice(tr("Units that run"), "year.staging",
                          {tr("all"), tr("fewest that carry it"), tr("least power")});
    m_reset = addChoice(tr("Supply water follows"), "year.reset",
                        {tr("nothing"), tr("load"), tr("outdoor wet bulb")});
    m_resetRise = makeResetRise();
    m_difference = new QLabel(this);
    m_difference->setObjectName(QStringLiteral("year.difference"));
    m_difference->setWordWrap(true);
    m_difference->setTextFormat(Qt::RichText);
    m_difference->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    layout->addWidget(m_difference);
    layout->addStretch();
    m_apply = new QPushButton(tr("Apply"), this);
    m_apply->setObjectName(QStringLiteral("year.apply"));
    m_apply->setToolTip(tr("Make these the project's set-points, as one edit that can be undone"));
    m_resetButton = new QPushButton(tr("Reset"), this);
    m_resetButton->setObjectName(QStringLiteral("year.resetTrial"));
    m_resetButton->setToolTip(tr("Go back to the present design"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_apply);
    buttons->addWidget(m_resetButton);
    layout->addLayout(buttons);
    connect(m_apply, &QPushButton::clicked, this, &SetPointPanel::takeOver);
    connect(m_resetButton, &QPushButton::clicked, this, &SetPointPanel::reset);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &SetPointPanel::reset);
    connect(&feed, &YearFeed::changed, this, &SetPointPanel::refresh);
    reset();
}

SetPointPanel::Slider SetPointPanel::addSlider(const QString& name, const char* objectName,
                                               const QString& what) {
    Slider row{new QSlider(Qt::Horizontal, this), new QLabel(this)};
    row.slider->setObjectName(QLatin1String(objectName));
    row.slider->setAccessibleName(name);
    row.slider->setToolTip(what);
    row.slider->setRange(-mostKelvins * stepsPerKelvin, mostKelvins * stepsPerKelvin);
    row.slider->setPageStep(stepsPerKelvin);
    row.value->setAlignment(Qt::AlignRight);
    auto* title = new QLabel(name, this);
    for (QLabel* label : {title, row.value})
        label->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    auto* line = new QHBoxLayout;
    line->addWidget(title);
    line->addStretch();
    line->addWidget(row.value);
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
    layout()->addWidget(row.slider);
    connect(row.slider, &QSlider::valueChanged, this, &SetPointPanel::onMoved);
    return row;
}

QComboBox* SetPointPanel::addChoice(const QString& name, const char* objectName,
                                    const QStringList& texts) {
    auto* title = new QLabel(name, this);
    title->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(name);
    box->addItems(texts);
    layout()->addWidget(title);
    layout()->addWidget(box);
    connect(box, &QComboBox::activated, this, &SetPointPanel::onMoved);
    return box;
}

QDoubleSpinBox* SetPointPanel::makeResetRise() {
    auto* box = new QDoubleSpinBox(this);
    box->setObjectName(QStringLiteral("year.resetRise"));
    box->setAccessibleName(tr("Rise of the reset"));
    box->setPrefix(tr("by up to "));
    box->setSuffix(QStringLiteral(" K"));
    box->setRange(0.0, mostRiseK);
    box->setDecimals(1);
    box->setSingleStep(0.5);
    box->setKeyboardTracking(false);
    box->setToolTip(tr("How much warmer the chillers' water may get at light load, or in dry "
                       "weather"));
    layout()->addWidget(box);
    connect(box, &QDoubleSpinBox::valueChanged, this, &SetPointPanel::onMoved);
    return box;
}

Trial SetPointPanel::trial() const {
    const auto shift = [](const Slider& row) {
        return kelvins(static_cast<double>(row.slider->value()) / stepsPerKelvin);
    };
    return {shift(m_air), shift(m_water), static_cast<StagingRule>(m_staging->currentIndex()),
            static_cast<SupplyReset>(m_reset->currentIndex()), kelvins(m_resetRise->value())};
}

void SetPointPanel::onMoved() {
    const PlantControl& plant = m_context.session.project().plant;
    const Trial wanted = trial();
    const bool isPresent = wanted == Trial{{}, {}, plant.staging, plant.reset, plant.resetRise};
    m_feed.setTrial(isPresent ? std::nullopt : std::optional(wanted));
    refresh();
}

void SetPointPanel::takeOver() {
    const auto edit = m_feed.trialEdit();
    if (!edit || !m_context.session.apply(*edit)) return;
    reset();
}

void SetPointPanel::reset() {
    {
        const QSignalBlocker quietAir(m_air.slider);
        const QSignalBlocker quietWater(m_water.slider);
        m_air.slider->setValue(0);
        m_water.slider->setValue(0);
        showControl();
    }
    onMoved();
}

/// The control of the present design.
void SetPointPanel::showControl() {
    const PlantControl& plant = m_context.session.project().plant;
    const QSignalBlocker quiet(m_resetRise);
    m_staging->setCurrentIndex(static_cast<int>(plant.staging));
    m_reset->setCurrentIndex(static_cast<int>(plant.reset));
    m_resetRise->setValue(plant.resetRise.in(kelvins));
}

void SetPointPanel::refresh() {
    m_air.value->setText(kelvinText(m_air.slider->value()));
    m_water.value->setText(kelvinText(m_water.slider->value()));
    const bool isTrying = m_feed.isTrying();
    if (!isTrying) showControl();  // it may have been edited or undone elsewhere
    m_resetRise->setEnabled(m_reset->currentIndex() != static_cast<int>(SupplyReset::None));
    m_apply->setEnabled(isTrying && m_feed.trialEdit().has_value());
    m_resetButton->setEnabled(isTrying);
    showDifference();
}

void SetPointPanel::showDifference() {
    if (!m_feed.isTrying()) {
        m_difference->setText(tr("Move a slider: the year follows at once, and the difference to "
                                 "the present design stands here."));
        return;
    }
    if (m_feed.error()) {
        m_difference->setText(bridge::errorText(*m_feed.error()).toHtmlEscaped());
        return;
    }
    if (m_feed.present() == nullptr || m_feed.trial() == nullptr) {
        m_difference->setText(tr("Calculating…"));
        return;
    }
    const twin::YearResult& now = m_feed.present()->year;
    const twin::YearResult& then = m_feed.trial()->year;
    const double pue = then.total.pue().value_or(0.0) - now.total.pue().value_or(0.0);
    const double energy = (then.total.facility - now.total.facility).in(megawattHours);
    const double water = (then.total.water - now.total.water).in(cubicMetres);
    const Money money = then.energyCost - now.energyCost;
    const double warm = static_cast<double>(then.hoursWarm) - static_cast<double>(now.hoursWarm);
    const auto unit = [](double value, const char* name) {
        return bridge::formatSignificant(value, 3) + QChar(0x00A0) + QString::fromUtf8(name);
    };
    m_difference->setText(
        QStringLiteral("<table>") + rowText(tr("PUE"), pue, bridge::formatNumber(pue, 4)) +
        rowText(tr("Energy"), energy, unit(energy, "MWh")) +
        rowText(tr("Cost"), money.in(dollars), bridge::formatMoney(money)) +
        rowText(tr("Water"), water, unit(water, "m³")) +
        rowText(tr("Above set-point"), warm, unit(warm, "h")) + QStringLiteral("</table>"));
}

}  // namespace halltwin::views::year
