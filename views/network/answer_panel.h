// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/network_study.h"

#include <QWidget>
#include <stop_token>

class QLabel;
class QPushButton;

namespace halltwin::views::network {

/// Base of panels that take a study's answer further on a worker: at once when they are shown and
/// whenever the answer changes, or only when somebody asks. One line says what is going on and
/// cancels it. Does nothing while hidden.
class AnswerPanel : public QWidget {
    Q_OBJECT

public:
    ~AnswerPanel() override;

    [[nodiscard]] bool isRunning() const { return m_isRunning; }

protected:
    enum class Start { AtOnce, OnDemand };

    /// `name` begins the object names of the status line.
    AnswerPanel(bridge::NetworkStudy& study, Start start, const QString& name, QWidget* parent);

    /// Work on copies; its outcome is delivered unless the work was cancelled meanwhile.
    [[nodiscard]] virtual bridge::LatestJob::Work work(bridge::NetworkAnswerPtr answer,
                                                       std::stop_token stop) = 0;
    /// The answer is another one: what is shown may not belong to it any more.
    virtual void answerChanged() {}

    void ask();
    void cancel();
    /// Words about the outcome.
    void say(const QString& text);
    [[nodiscard]] QWidget* statusLine() const { return m_line; }
    [[nodiscard]] bridge::NetworkStudy& study() const { return m_study; }

    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void onAnswer();
    void setRunning(bool running);

    bridge::NetworkStudy& m_study;
    Start m_start;
    bool m_isStale = true;
    bool m_isRunning = false;
    QWidget* m_line;
    QLabel* m_text;
    QPushButton* m_cancel;
    std::stop_source m_stop;
    bridge::LatestJob m_job;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::network
