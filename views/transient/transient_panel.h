// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/transient_runner.h"
#include "views/bridge/twin_runner.h"
#include "views/bridge/view_context.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;
class QToolButton;

namespace halltwin::views::transient {

class EventForm;
class TransientChart;

/// A moment of a transient for the plan: the twin's answer with the air of then.
struct Moment {
    bridge::TwinResultPtr result;  ///< null: back to the steady answer
    std::shared_ptr<const Project> project;
    double lowC = 0.0;  ///< over the whole transient, so that colours stay what they are
    double highC = 0.0;
    QString text;  ///< "Transient t = 85 s"
};

/// Loss and return of cooling, load steps and set-points over time: what happens, a run on a worker
/// with progress and cancel, then play, pause and scrub, which the plan follows. An edit of the
/// project ends it: the record is of another layout then. Lives on the GUI thread.
class TransientPanel : public QWidget {
    Q_OBJECT

public:
    explicit TransientPanel(const bridge::ViewContext& context, QWidget* parent = nullptr,
                            bridge::TransientRunner::Solve solve = {});

    [[nodiscard]] const bridge::TransientPtr& record() const { return m_record; }
    [[nodiscard]] bool isPlaying() const { return m_tick.isActive(); }

    /// Writes all samples to a file; says so by `message`.
    void exportCsv(const QString& path);

signals:
    void momentChanged(const halltwin::views::transient::Moment& moment);
    void message(const QString& text);

private:
    void layOut();
    [[nodiscard]] QWidget* makeControls();
    void connectRunner();
    void startOrCancel();
    void take(const bridge::TransientPtr& record);
    void forget();
    void showTime(double timeS);
    void showSteady();
    void play(bool playing);
    void advance();
    void askForCsv();
    void refreshButtons();
    void tell(const QString& text);
    [[nodiscard]] double durationS() const;
    [[nodiscard]] QString outcomeText() const;

    bridge::ViewContext m_context;
    bridge::TransientRunner m_runner;
    EventForm* m_form;
    TransientChart* m_chart;
    QPushButton* m_start;
    QProgressBar* m_progress;
    QLabel* m_state;
    QToolButton* m_play;
    QSlider* m_slider;
    QLabel* m_time;
    QComboBox* m_speed;
    QPushButton* m_steady;
    QPushButton* m_csv;
    bridge::TransientPtr m_record;
    bridge::TwinResultPtr m_base;  ///< the twin's answer when the record came
    std::shared_ptr<const Project> m_project;
    HallId m_hall;
    double m_lowC = 0.0;
    double m_highC = 0.0;
    double m_timeS = 0.0;
    std::size_t m_shownField = 0;
    bool m_shows = false;  ///< the plan shows a moment
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
};

}  // namespace halltwin::views::transient
