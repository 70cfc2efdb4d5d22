// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transient/transient_panel.h"

#include "model/core/file_io.h"
#include "model/exchange/transient_csv.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/transient/event_form.h"
#include "views/transient/transient_chart.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

namespace halltwin::views::transient {

namespace {

constexpr int frameMilliseconds = 50;
constexpr int formWidth = 340;
constexpr int slidersPerSecond = 10;
constexpr std::array speeds{1, 2, 5, 10, 30, 60};
constexpr int usualSpeed = 3;

QString secondsText(double timeS) {
    return bridge::formatWithUnit(timeS, 0, QStringLiteral("s"));
}

}  // namespace

TransientPanel::TransientPanel(const bridge::ViewContext& context, QWidget* parent,
                               bridge::TransientRunner::Solve solve)
    : QWidget(parent),
      m_context(context),
      m_runner(nullptr, std::move(solve)),
      m_form(new EventForm(context, this)),
      m_chart(new TransientChart(context.theme, this)),
      m_start(new QPushButton(tr("Start"), this)),
      m_progress(new QProgressBar(this)),
      m_state(new QLabel(this)),
      m_play(new QToolButton(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_time(new QLabel(this)),
      m_speed(new QComboBox(this)),
      m_steady(new QPushButton(tr("Steady answer"), this)),
      m_csv(new QPushButton(tr("Export CSV…"), this)) {
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    layOut();
    m_start->setObjectName(QStringLiteral("transient.start"));
    m_start->setProperty("primary", true);
    m_progress->setObjectName(QStringLiteral("transient.progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_progress->setAccessibleName(tr("Progress of the transient"));
    m_state->setObjectName(QStringLiteral("transient.state"));
    m_tick.setInterval(frameMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &TransientPanel::advance);
    connect(m_start, &QPushButton::clicked, this, &TransientPanel::startOrCancel);
    connect(m_chart, &TransientChart::timePicked, this, &TransientPanel::showTime);
    connectRunner();
    refreshButtons();
}

void TransientPanel::layOut() {
    auto* left = new QWidget(this);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::s,
                                   bridge::space::s);
    leftLayout->addWidget(m_form);
    leftLayout->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(left);
    scroll->setFixedWidth(formWidth);
    auto* right = new QVBoxLayout;
    right->setContentsMargins(bridge::space::s, bridge::space::s, bridge::space::m,
                              bridge::space::s);
    right->setSpacing(bridge::space::xs);
    auto* top = new QHBoxLayout;
    top->setSpacing(bridge::space::m);
    top->addWidget(m_start);
    top->addWidget(m_progress);
    top->addWidget(m_state, 1);
    right->addLayout(top);
    right->addWidget(m_chart, 1);
    right->addWidget(makeControls());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll);
    layout->addLayout(right, 1);
}

QWidget* TransientPanel::makeControls() {
    auto* controls = new QWidget(this);
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    m_play->setObjectName(QStringLiteral("transient.play"));
    m_play->setCheckable(true);
    m_slider->setObjectName(QStringLiteral("transient.slider"));
    m_slider->setAccessibleName(tr("Moment shown on the plan"));
    m_time->setObjectName(QStringLiteral("transient.time"));
    m_time->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("88888 s / 88888 s")));
    m_speed->setObjectName(QStringLiteral("transient.speed"));
    m_speed->setAccessibleName(tr("Speed of playing"));
    for (const int speed : speeds)
        m_speed->addItem(tr("%1 ×").arg(speed), speed);
    m_speed->setCurrentIndex(usualSpeed);
    m_steady->setObjectName(QStringLiteral("transient.steady"));
    m_steady->setToolTip(tr("Show the steady air on the plan again"));
    m_csv->setObjectName(QStringLiteral("transient.csv"));
    m_csv->setToolTip(tr("Write the whole series, a row for each second"));
    row->addWidget(m_play);
    row->addWidget(m_speed);
    row->addWidget(m_slider, 1);
    row->addWidget(m_time);
    row->addWidget(m_steady);
    row->addWidget(m_csv);
    connect(m_play, &QToolButton::toggled, this, &TransientPanel::play);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { showTime(static_cast<double>(value) / slidersPerSecond); });
    connect(m_steady, &QPushButton::clicked, this, &TransientPanel::showSteady);
    connect(m_csv, &QPushButton::clicked, this, &TransientPanel::askForCsv);
    return controls;
}

void TransientPanel::connectRunner() {
    connect(&m_runner, &bridge::TransientRunner::progressed, this,
            [this](const thermal::TransientProgress& progress) {
                const double share = progress.at / progress.duration;
                m_progress->setRange(0, progress.settling ? 0 : 1000);
                m_progress->setValue(static_cast<int>(1000.0 * share));
                tell(progress.settling ? tr("Settling the air first…")
                                       : tr("%1 of %2 · hottest intake %3")
                                             .arg(secondsText(progress.at.in(seconds)),
                                                  secondsText(progress.duration.in(seconds)),
                                                  bridge::formatTemperature(progress.maxIntake)));
            });
    connect(&m_runner, &bridge::TransientRunner::finished, this, &TransientPanel::take);
    connect(&m_runner, &bridge::TransientRunner::failed, this, [this](const Error& error) {
        tell(bridge::errorText(error));
        refreshButtons();
    });
    const auto& session = m_context.session;
    const auto restart = [this] {
        forget();
        m_form->refresh();
    };
    connect(&session, &bridge::ProjectSession::changed, this, restart);
    connect(&session, &bridge::ProjectSession::replaced, this, restart);
    connect(&session, &bridge::ProjectSession::previewChanged, this, &TransientPanel::showSteady);
    connect(&m_context.twin, &bridge::TwinFeed::scenarioChanged, this, &TransientPanel::forget);
}

void TransientPanel::startOrCancel() {
    if (m_runner.isRunning()) {
        m_runner.cancel();
        tell(tr("Cancelled"));
        return refreshButtons();
    }
    const auto events = m_form->events();
    if (events.empty()) return tell(tr("Choose at least one cooler."));
    forget();
    m_hall = m_form->hall();
    m_project = m_context.session.snapshot();
    m_runner.start({{m_project, m_context.session.sharedCatalog(), m_context.twin.scenario(), {}},
                    m_hall,
                    events,
                    m_form->settings()});
    tell(tr("Settling the air first…"));
    m_progress->setRange(0, 0);
    refreshButtons();
}

void TransientPanel::take(const bridge::TransientPtr& record) {
    m_record = record;
    m_base = m_context.twin.latest();
    QStringList coolers;
    for (const ItemId id : record->coolers) {
        const Item* item = m_project->items.find(id);
        coolers << (item == nullptr ? QString() : QString::fromStdString(item->label));
    }
    m_chart->setRecord(record, coolers, m_form->settings().limits);
    m_lowC = m_highC = record->samples.front().maxIntake.in(celsius);
    for (std::size_t n = 0; n < record->fields.size(); ++n) {
        const auto field = record->fields.temperatureC(n);
        const auto [low, high] = std::minmax_element(field.begin(), field.end());
        m_lowC = std::min<double>(m_lowC, *low);
        m_highC = std::max<double>(m_highC, *high);
    }
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, static_cast<int>(durationS() * slidersPerSecond));
        m_slider->setPageStep(10 * slidersPerSecond);
        m_slider->setValue(0);
    }
    tell(outcomeText());
    refreshButtons();
    showTime(0.0);
}

QString TransientPanel::outcomeText() const {
    const auto when = [&](const std::optional<thermal::FirstRack>& first, const QString& limit) {
        if (!first) return tr("No intake passes the %1 limit.").arg(limit);
        const Item* rack = m_project->items.find(first->rack);
        const QString name = rack == nullptr ? QString() : QString::fromStdString(rack->label);
        if (first->at <= Duration{}) return tr("Above the %1 limit from the start.").arg(limit);
        return tr("%1 passes the %2 limit at %3.")
            .arg(name, limit, secondsText(first->at.in(seconds)));
    };
    const double residual = 100.0 * m_record->books.residual;
    return when(m_record->firstAllowable, tr("allowable")) + QLatin1Char(' ') +
           when(m_record->firstRecommended, tr("recommended")) + QLatin1Char(' ') +
           tr("Heat books: %1 %.").arg(bridge::formatSignificant(residual, 2));
}

double TransientPanel::durationS() const {
    return m_record == nullptr ? 0.0 : m_record->samples.back().at.in(seconds);
}

void TransientPanel::forget() {
    m_runner.cancel();
    showSteady();
    m_record.reset();
    m_base.reset();
    m_chart->setRecord(nullptr, {}, {});
    tell({});
    refreshButtons();
}

void TransientPanel::showTime(double timeS) {
    if (m_record == nullptr || m_base == nullptr) return;
    m_timeS = std::clamp(timeS, 0.0, durationS());
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(static_cast<int>(m_timeS * slidersPerSecond + 0.5));
    }
    m_chart->setCursorTime(seconds(m_timeS));
    m_time->setText(QStringLiteral("%1 / %2").arg(secondsText(m_timeS), secondsText(durationS())));
    m_steady->setEnabled(true);
    const std::size_t field = m_record->fields.nearest(seconds(m_timeS));
    if (m_shows && field == m_shownField) return;
    m_shows = true;
    m_shownField = field;
    auto result = std::make_shared<twin::TwinResult>(*m_base);
    for (twin::RoomAnswer& room : result->rooms)
        if (room.hall == m_hall) room.air = thermal::roomAt(*m_record, field);
    const double shownS = m_record->fields.timeOf(field).in(seconds);
    emit momentChanged({std::move(result), m_project, m_lowC, m_highC,
                        tr("Transient t = %1").arg(secondsText(shownS))});
}

void TransientPanel::showSteady() {
    m_play->setChecked(false);
    m_steady->setEnabled(false);
    if (!std::exchange(m_shows, false)) return;
    emit momentChanged({});
}

void TransientPanel::play(bool playing) {
    if (playing && m_timeS >= durationS()) m_timeS = 0.0;
    if (playing) {
        m_sinceTick.start();
        m_tick.start();
        showTime(m_timeS);
    } else {
        m_tick.stop();
    }
    m_play->setText(playing ? tr("Pause") : tr("Play"));
}

void TransientPanel::advance() {
    const double passedS = static_cast<double>(m_sinceTick.restart()) / 1000.0;
    showTime(m_timeS + m_speed->currentData().toInt() * passedS);
    if (m_timeS >= durationS()) m_play->setChecked(false);
}

void TransientPanel::askForCsv() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the transient"),
                                                      QStringLiteral("transient.csv"),
                                                      tr("Comma-separated values (*.csv)"));
    if (!path.isEmpty()) exportCsv(path);
}

void TransientPanel::exportCsv(const QString& path) {
    if (m_record == nullptr) return;
    const auto written =
        writeFileAtomically(path.toStdString(), exchange::transientCsv(*m_project, *m_record));
    emit message(written ? tr("Written: %1").arg(path) : bridge::errorText(written.error()));
}

void TransientPanel::refreshButtons() {
    const bool running = m_runner.isRunning();
    const bool has = m_record != nullptr && m_base != nullptr;
    m_start->setText(running ? tr("Cancel") : tr("Start"));
    m_progress->setVisible(running);
    m_form->setEnabled(!running);
    for (QWidget* each : {static_cast<QWidget*>(m_play), static_cast<QWidget*>(m_slider),
                          static_cast<QWidget*>(m_speed), static_cast<QWidget*>(m_csv)})
        each->setEnabled(has);
    m_steady->setEnabled(m_shows);
    m_play->setText(isPlaying() ? tr("Pause") : tr("Play"));
    if (!has) m_time->clear();
}

void TransientPanel::tell(const QString& text) {
    m_state->setText(text);
    m_state->setToolTip(text);
}

}  // namespace halltwin::views::transient
