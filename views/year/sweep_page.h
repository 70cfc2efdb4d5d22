// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sweep/sweep.h"
#include "views/bridge/latest_job.h"
#include "views/bridge/view_context.h"

#include <QElapsedTimer>
#include <QWidget>
#include <stop_token>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace halltwin::views::year {

class ScatterChart;

/// Points of a sweep in a scatter chart: of a table that the command line wrote, or of the present
/// design with its air and water set-points moved over a grid, calculated on a worker, each point
/// shown when it is done.
class SweepPage : public QWidget {
    Q_OBJECT

public:
    explicit SweepPage(const bridge::ViewContext& context, QWidget* parent = nullptr);
    ~SweepPage() override;

    /// Shows a table of a sweep; false, with the reason on the page, for a file that is none.
    bool openTable(const QString& path);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

private:
    struct Span {
        QDoubleSpinBox* from = nullptr;
        QDoubleSpinBox* to = nullptr;
    };

    [[nodiscard]] Span addSpan(QWidget& bar, const QString& name, const QString& objectName);
    [[nodiscard]] QWidget* makeRunBar();
    [[nodiscard]] QWidget* makeFigureBar();
    void chooseTable();
    void start();
    void stop();
    void take(const sweep::SweepRow& row, const sweep::SweepProgress& progress);
    void finish(const Result<sweep::SweepProgress>& outcome);
    void showTable(sweep::SweepTable table);
    void showFigures();
    void setRunning(bool running);

    bridge::ViewContext m_context;
    Span m_air;
    Span m_water;
    QDoubleSpinBox* m_step = nullptr;
    QPushButton* m_start = nullptr;
    QProgressBar* m_progress = nullptr;
    QComboBox* m_x = nullptr;
    QComboBox* m_y = nullptr;
    QLabel* m_text = nullptr;
    ScatterChart* m_chart = nullptr;
    bool m_isRunning = false;
    int m_run = 0;  ///< rows of an earlier run are not wanted
    QElapsedTimer m_clock;
    std::stop_source m_stop;
    bridge::LatestJob m_job;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::year
