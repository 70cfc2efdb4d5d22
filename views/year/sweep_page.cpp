// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/sweep_page.h"

#include "model/core/data_paths.h"
#include "model/core/decimal.h"
#include "model/exchange/site_weather.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/year/scatter_chart.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace halltwin::views::year {

namespace {

constexpr double mostKelvins = 15.0;

sweep::Axis axisOf(const char* path, double from, double to, double step) {
    sweep::Axis axis{path, {}};
    const auto count = static_cast<int>(std::floor(std::abs(to - from) / step + 1e-9));
    for (int n = 0; n <= count; ++n)
        axis.values.push_back(
            shortestDecimal(roundedToDigits(from + (to < from ? -step : step) * n, 9)));
    return axis;
}

}  // namespace

SweepPage::SweepPage(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context) {
    setObjectName(QStringLiteral("sweepPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(makeRunBar());
    layout->addWidget(makeFigureBar());
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("sweep.text"));
    m_text->setWordWrap(true);
    m_text->setProperty("muted", true);
    m_text->setText(tr("Run a sweep here, or open a table that <i>halltwin-cli sweep</i> wrote: "
                       "every point is a whole year, and the line joins the best compromises."));
    layout->addWidget(m_text);
    m_chart = new ScatterChart(context.theme, this);
    layout->addWidget(m_chart, 1);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &SweepPage::stop);
    setRunning(false);
}

SweepPage::~SweepPage() {
    m_stop.request_stop();
}

SweepPage::Span SweepPage::addSpan(QWidget& bar, const QString& name, const QString& objectName) {
    Span span{new QDoubleSpinBox(&bar), new QDoubleSpinBox(&bar)};
    bar.layout()->addWidget(new QLabel(name, &bar));
    for (auto [box, suffix, value] :
         {std::tuple(span.from, ".from", 0.0), std::tuple(span.to, ".to", 4.0)}) {
        box->setObjectName(objectName + QLatin1String(suffix));
        box->setAccessibleName(name);
        box->setRange(-mostKelvins, mostKelvins);
        box->setDecimals(1);
        box->setValue(value);
        box->setSuffix(QStringLiteral(" K"));
        if (box == span.to) box->setPrefix(tr("to "));
        bar.layout()->addWidget(box);
    }
    return span;
}

QWidget* SweepPage::makeRunBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    m_air = addSpan(*bar, tr("Air"), QStringLiteral("sweep.air"));
    m_water = addSpan(*bar, tr("Water"), QStringLiteral("sweep.water"));
    m_step = new QDoubleSpinBox(bar);
    m_step->setObjectName(QStringLiteral("sweep.step"));
    m_step->setAccessibleName(tr("Step"));
    m_step->setRange(0.5, mostKelvins);
    m_step->setDecimals(1);
    m_step->setValue(1.0);
    m_step->setPrefix(tr("by "));
    m_step->setSuffix(QStringLiteral(" K"));
    layout->addWidget(m_step);
    m_start = new QPushButton(bar);
    m_start->setObjectName(QStringLiteral("sweep.start"));
    layout->addWidget(m_start);
    m_progress = new QProgressBar(bar);
    m_progress->setObjectName(QStringLiteral("sweep.progress"));
    layout->addWidget(m_progress, 1);
    layout->addStretch();
    connect(m_start, &QPushButton::clicked, this, [this] { m_isRunning ? stop() : start(); });
    return bar;
}

QWidget* SweepPage::makeFigureBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_y = new QComboBox(bar);
    m_x = new QComboBox(bar);
    m_y->setObjectName(QStringLiteral("sweep.y"));
    m_x->setObjectName(QStringLiteral("sweep.x"));
    m_y->setAccessibleName(tr("Figure upwards"));
    m_x->setAccessibleName(tr("Figure to the right"));
    layout->addWidget(m_y);
    layout->addWidget(new QLabel(tr("against"), bar));
    layout->addWidget(m_x);
    layout->addStretch();
    auto* open = new QPushButton(tr("Open table…"), bar);
    open->setObjectName(QStringLiteral("sweep.open"));
    layout->addWidget(open);
    connect(open, &QPushButton::clicked, this, &SweepPage::chooseTable);
    connect(m_x, &QComboBox::activated, this, &SweepPage::showFigures);
    connect(m_y, &QComboBox::activated, this, &SweepPage::showFigures);
    return bar;
}

void SweepPage::chooseTable() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open the table of a sweep"), {},
                                                      tr("Tables (*.csv)"));
    if (!path.isEmpty()) openTable(path);
}

bool SweepPage::openTable(const QString& path) {
    stop();
    auto table = sweep::readSweep(path.toStdString());
    if (!table) {
        m_text->setText(bridge::errorText(table.error()).toHtmlEscaped());
        return false;
    }
    m_text->setText(tr("%1: %n points", nullptr, static_cast<int>(table->rows.size()))
                        .arg(QFileInfo(path).fileName().toHtmlEscaped()));
    showTable(*std::move(table));
    return true;
}

void SweepPage::start() {
    const Site& site = m_context.session.project().site;
    if (site.climate.empty() && site.weatherFile.empty()) {
        m_text->setText(tr("Choose a climate first: every point is a year."));
        return;
    }
    sweep::SweepPlan plan;
    plan.base.project = m_context.session.snapshot();
    plan.base.catalog = m_context.session.sharedCatalog();
    plan.base.scenario = m_context.twin.scenario();
    const double step = m_step->value();
    plan.axes = {axisOf("shift.air_k", m_air.from->value(), m_air.to->value(), step),
                 axisOf("shift.water_k", m_water.from->value(), m_water.to->value(), step)};
    const exchange::WeatherPlaces places{
        QFileInfo(m_context.session.filePath()).absolutePath().toStdString(),
        resourceDirectory() / "climate"};
    auto evaluator = sweep::yearEvaluator(
        [places](const Site& at) { return exchange::siteWeather(at, places); });
    showTable({{}, {plan.axes[0].path, plan.axes[1].path}, evaluator.figures, {}, false});
    m_stop = std::stop_source();
    setRunning(true);
    m_clock.start();
    m_job.want([this, plan, evaluator, run = ++m_run, stop = m_stop.get_token()] {
        const auto onPoint = [this, run](const sweep::SweepRow& row,
                                         const sweep::SweepProgress& progress) {
            QMetaObject::invokeMethod(
                this,
                [this, run, row, progress] {
                    if (run == m_run) take(row, progress);
                },
                Qt::QueuedConnection);
        };
        const auto outcome = sweep::runSweep(plan, evaluator, onPoint, stop);
        return [this, run, outcome] {
            if (run == m_run) finish(outcome);
        };
    });
}

void SweepPage::stop() {
    if (!m_isRunning) return;
    m_stop.request_stop();
    ++m_run;
    setRunning(false);
    m_text->setText(tr("Stopped; the points that were done are shown."));
}

void SweepPage::take(const sweep::SweepRow& row, const sweep::SweepProgress& progress) {
    sweep::SweepTable table = m_chart->table();
    table.rows.push_back(row);
    m_chart->setTable(std::move(table));
    m_progress->setRange(0, static_cast<int>(progress.points));
    m_progress->setValue(static_cast<int>(progress.done));
    const double share = static_cast<double>(progress.done) / static_cast<double>(progress.points);
    const double left = static_cast<double>(m_clock.elapsed()) / 1000.0 * (1.0 / share - 1.0);
    m_text->setText(tr("%1 of %2 points, about %3 left")
                        .arg(progress.done)
                        .arg(progress.points)
                        .arg(bridge::formatDuration(seconds(left))));
}

void SweepPage::finish(const Result<sweep::SweepProgress>& outcome) {
    setRunning(false);
    if (!outcome) {
        m_text->setText(bridge::errorText(outcome.error()).toHtmlEscaped());
        return;
    }
    QString text =
        tr("%1 points in %2")
            .arg(outcome->done)
            .arg(bridge::formatDuration(seconds(static_cast<double>(m_clock.elapsed()) / 1000.0)));
    if (outcome->failed > 0) text += tr(", %1 of them without an answer").arg(outcome->failed);
    m_text->setText(text);
}

void SweepPage::setRunning(bool running) {
    m_isRunning = running;
    m_start->setText(running ? tr("Cancel") : tr("Run sweep"));
    m_progress->setVisible(running);
    m_progress->setRange(0, 0);
}

void SweepPage::showTable(sweep::SweepTable table) {
    const auto fill = [&table](QComboBox& box, const char* usual) {
        const QString before = box.currentData().toString();
        box.clear();
        for (const std::string& figure : table.figures)
            box.addItem(sweepFigureName(figure), QString::fromStdString(figure));
        int at = box.findData(before);
        if (at < 0) at = box.findData(QLatin1String(usual));
        box.setCurrentIndex(std::max(0, at));
    };
    fill(*m_y, "pue");
    fill(*m_x, "wue_l_per_kwh");
    if (m_x->currentIndex() == m_y->currentIndex() && m_x->count() > 1) m_x->setCurrentIndex(1);
    m_chart->setTable(std::move(table));
    showFigures();
}

void SweepPage::showFigures() {
    m_chart->setFigures(m_x->currentData().toString().toStdString(),
                        m_y->currentData().toString().toStdString());
}

}  // namespace halltwin::views::year
