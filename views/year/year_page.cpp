// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/year_page.h"

#include "model/edit/set_site.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/charts/month_chart.h"
#include "views/charts/year_words.h"
#include "views/year/carpet_view.h"
#include "views/year/climate_bar.h"
#include "views/year/duration_chart.h"
#include "views/year/hour_list_page.h"
#include "views/year/limit_panel.h"
#include "views/year/set_point_panel.h"
#include "views/year/sweep_page.h"
#include "views/year/tile_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace halltwin::views::year {

namespace {

constexpr int setPointsWidth = 232;

QLabel* headingOf(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    return label;
}

QVBoxLayout* plainColumn(QWidget* widget) {
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

QHBoxLayout* headingLine(QWidget* heading, QWidget* choice) {
    auto* line = new QHBoxLayout;
    line->setContentsMargins(bridge::space::m, bridge::space::xs, bridge::space::m, 0);
    line->addWidget(heading);
    line->addStretch();
    line->addWidget(choice);
    return line;
}

}  // namespace

YearPage::YearPage(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_feed(context) {
    setObjectName(QStringLiteral("yearPage"));
    auto* layout = plainColumn(this);
    layout->addWidget(makeTop());
    m_stack = new QStackedWidget(this);
    m_empty = makeEmpty();
    m_filled = makeFilled();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_filled);
    layout->addWidget(m_stack, 1);
    connect(&m_feed, &YearFeed::changed, this, &YearPage::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, [this] {
        m_hour.reset();
        refresh();
    });
    refresh();
}

QWidget* YearPage::makeTop() {
    auto* top = new QWidget(this);
    m_climate = new ClimateBar(m_context, top);
    m_state = new QLabel(top);
    m_state->setObjectName(QStringLiteral("year.state"));
    m_state->setProperty("muted", true);
    auto* layout = new QHBoxLayout(top);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::xs);
    layout->addWidget(m_climate);
    layout->addStretch();
    layout->addWidget(m_state);
    return top;
}

QWidget* YearPage::makeEmpty() {
    auto* empty = new QWidget(this);
    auto* layout = new QVBoxLayout(empty);
    m_problem = new QLabel(empty);
    m_problem->setObjectName(QStringLiteral("year.emptiness"));
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setWordWrap(true);
    m_problem->setMaximumWidth(560);
    m_problem->setMinimumHeight(160);
    layout->addStretch();
    layout->addWidget(m_problem, 0, Qt::AlignHCenter);
    layout->addStretch();
    return empty;
}

QWidget* YearPage::makeFilled() {
    auto* filled = new QWidget(this);
    filled->setObjectName(QStringLiteral("panel"));
    filled->setAttribute(Qt::WA_StyledBackground);
    auto* column = plainColumn(filled);
    m_tiles = new TileRow(m_context.theme, filled);
    column->addWidget(m_tiles);
    m_sheets = new QTabWidget(filled);
    m_sheets->setObjectName(QStringLiteral("year.sheets"));
    m_sheets->setDocumentMode(true);
    m_sheets->addTab(makeHours(), tr("Hours"));
    m_sheets->addTab(makeMonths(), tr("Months"));
    m_sheets->addTab(makeFindings(), tr("Notable hours"));
    m_sweep = new SweepPage(m_context, m_sheets);
    m_sheets->addTab(m_sweep, tr("Sweep"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_sheets, 1);
    row->addWidget(makeSide());
    column->addLayout(row, 1);
    connect(m_tiles, &TileRow::findingChosen, this, &YearPage::showFinding);
    return filled;
}

/// What can be tried and set, beside the sheets.
QWidget* YearPage::makeSide() {
    auto* side = new QWidget(this);
    side->setFixedWidth(setPointsWidth);
    auto* column = plainColumn(side);
    m_setPoints = new SetPointPanel(m_context, m_feed, side);
    column->addWidget(m_setPoints, 1);
    column->addWidget(new LimitPanel(m_context, side));
    return side;
}

QWidget* YearPage::makeFindings() {
    m_findings = new HourListPage(this);
    connect(m_findings, &HourListPage::hourChosen, this, [this](std::size_t hour) {
        showSheet(Sheet::Hours);
        m_carpet->choose(hour);
    });
    return m_findings;
}

QWidget* YearPage::makeHours() {
    auto* hours = new QWidget(this);
    auto* column = plainColumn(hours);
    auto* measure = new QComboBox(hours);
    measure->setObjectName(QStringLiteral("year.measure"));
    measure->setAccessibleName(tr("Colour of the hours"));
    for (const charts::CarpetMeasure one : charts::carpetMeasures)
        measure->addItem(charts::measureName(one));
    column->addLayout(headingLine(headingOf(tr("Hours by day"), hours), measure));
    m_carpet = new CarpetView(m_context.theme, hours);
    column->addWidget(m_carpet, 3);
    column->addWidget(makeHourLine());
    auto* which = new QComboBox(hours);
    which->setObjectName(QStringLiteral("year.durationMeasure"));
    which->setAccessibleName(tr("Figure of the duration curve"));
    which->addItems({tr("Facility power"), tr("PUE")});
    column->addLayout(headingLine(headingOf(tr("Duration"), hours), which));
    m_duration = new DurationChart(m_context.theme, hours);
    column->addWidget(m_duration, 2);
    connect(measure, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_carpet->setMeasure(charts::carpetMeasures[static_cast<std::size_t>(index)]);
    });
    connect(which, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_duration->setMeasure(index == 0 ? DurationMeasure::Power : DurationMeasure::Pue);
    });
    connect(m_carpet, &CarpetView::hourChosen, this, &YearPage::showHour);
    return hours;
}

QWidget* YearPage::makeHourLine() {
    auto* line = new QWidget(this);
    m_hourText = new QLabel(line);
    m_hourText->setObjectName(QStringLiteral("year.hour"));
    m_hourText->setProperty("muted", true);
    m_hourText->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    m_hourText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hourText->setText(tr("Point at an hour for its figures, click to keep it"));
    m_useHour = new QPushButton(tr("Look into this hour"), line);
    m_useHour->setObjectName(QStringLiteral("year.useHour"));
    m_useHour->setToolTip(
        tr("Makes the weather of this hour the operating point of the project, so "
           "that plan, power and cooling show it; can be undone"));
    m_useHour->hide();
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(bridge::space::m, 0, bridge::space::m, 0);
    layout->addWidget(m_hourText, 1);
    layout->addWidget(m_useHour);
    connect(m_useHour, &QPushButton::clicked, this, &YearPage::useHour);
    return line;
}

QWidget* YearPage::makeMonths() {
    auto* months = new QWidget(this);
    auto* column = plainColumn(months);
    m_withIt = new QCheckBox(tr("With IT equipment"), months);
    m_withIt->setObjectName(QStringLiteral("year.withIt"));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(bridge::space::m, bridge::space::xs, bridge::space::m, 0);
    line->addStretch();
    line->addWidget(m_withIt);
    column->addLayout(line);
    m_energy = new charts::MonthChart(tr("Energy by element"), m_context.theme, months);
    m_energy->setObjectName(QStringLiteral("year.energy"));
    m_water = new charts::MonthChart(tr("Water"), m_context.theme, months);
    m_water->setObjectName(QStringLiteral("year.water"));
    column->addWidget(m_energy, 3);
    column->addWidget(m_water, 2);
    connect(m_withIt, &QCheckBox::toggled, this, &YearPage::showMonths);
    return months;
}

void YearPage::showSheet(Sheet sheet) {
    m_sheets->setCurrentIndex(static_cast<int>(sheet));
}

void YearPage::showFinding(Finding finding) {
    m_findings->showFinding(finding);
    showSheet(Sheet::Findings);
}

void YearPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_feed.setWanted(true);
}

void YearPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_feed.setWanted(false);
}

void YearPage::refresh() {
    refreshState();
    const YearPtr& present = m_feed.present();
    m_stack->setCurrentWidget(present == nullptr ? m_empty : m_filled);
    if (present == nullptr) {
        m_shown.reset();
        return;
    }
    const YearPtr shown = m_feed.trial() != nullptr ? m_feed.trial() : present;
    if (shown == m_shown) return;
    m_shown = shown;
    m_tiles->setAnswer(*shown);
    m_carpet->setAnswer(shown);
    m_findings->setAnswer(shown);
    m_duration->setYears(present, m_feed.trial());
    showMonths();
    if (m_carpet->chosen())
        showHour(*m_carpet->chosen());
    else
        m_useHour->hide();
}

void YearPage::refreshState() {
    const YearPtr& present = m_feed.present();
    if (!m_feed.hasClimate()) {
        m_problem->setText(
            tr("<p><b>No climate yet</b></p><p>A year shows what every hour of the weather does to "
               "power, water and free cooling. Choose a climate above, or an EPW weather file of "
               "the place (climate.onebuilding.org has them for most of the world).</p>"));
        m_state->clear();
    } else if (m_feed.error() && !m_feed.isTrying()) {
        m_problem->setText(bridge::errorText(*m_feed.error()).toHtmlEscaped());
        m_state->setText(present == nullptr ? QString() : tr("Not up to date: see the climate"));
        m_state->setToolTip(bridge::errorText(*m_feed.error()));
    } else if (!m_feed.isCurrent()) {
        m_problem->setText(tr("Calculating the hours of the year…"));
        m_state->setText(tr("Calculating…"));
    } else {
        m_state->setText(tr("%1 hours in %2")
                             .arg(present->year.hours.size())
                             .arg(bridge::formatDuration(seconds(present->seconds))));
        m_state->setToolTip(QString::fromStdString(present->year.site.source));
    }
}

void YearPage::showHour(std::size_t hour) {
    m_hour = hour;
    QString text = m_carpet->textOf(hour);
    m_hourText->setText(text.replace(u'\n', QStringLiteral(" · ")));
    m_hourText->setToolTip(m_carpet->textOf(hour));
    m_useHour->show();
}

/// The site's outdoor air at that hour: what every other view is calculated with.
void YearPage::useHour() {
    if (!m_hour || m_shown == nullptr || *m_hour >= m_shown->year.hours.size()) return;
    const twin::YearHour& hour = m_shown->year.hours[*m_hour];
    Site site = m_context.session.project().site;
    site.outdoorDryBulb = hour.dryBulb;
    site.outdoorWetBulb = hour.wetBulb;
    m_context.session.apply(edit::SetSite{site});
}

void YearPage::showMonths() {
    if (m_shown == nullptr) return;
    const twin::YearResult& year = m_shown->year;
    std::vector<charts::MonthSeries> energy;
    for (std::size_t n = 0; n < twin::yearPartCount; ++n) {
        const auto part = static_cast<twin::YearPart>(n);
        const bool isIt = part == twin::YearPart::It;
        if (year.total.of(part) <= Energy{} || (isIt && !m_withIt->isChecked())) continue;
        charts::MonthSeries series{
            charts::partName(part), charts::partColor(m_context.theme, part), {}};
        for (std::size_t month = 0; month < year.months.size(); ++month)
            series.values[month] = year.months[month].of(part).in(megawattHours);
        energy.push_back(std::move(series));
    }
    m_energy->setSeries(
        energy, tr("MWh"),
        tr("%1 MWh in the year")
            .arg(bridge::formatSignificant(year.total.facility.in(megawattHours), 4)));
    charts::MonthSeries water{tr("Water"), m_context.theme.colors().chilledWater, {}};
    for (std::size_t month = 0; month < year.months.size(); ++month)
        water.values[month] = year.months[month].water.in(cubicMetres);
    const double cubic = year.total.water.in(cubicMetres);
    m_water->setVisible(cubic > 0.0);
    m_water->setSeries({water}, tr("m³"),
                       tr("%1 m³ in the year").arg(bridge::formatSignificant(cubic, 4)));
}

}  // namespace halltwin::views::year
