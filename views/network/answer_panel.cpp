// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/answer_panel.h"

#include "views/bridge/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <utility>

namespace halltwin::views::network {

AnswerPanel::AnswerPanel(bridge::NetworkStudy& study, Start start, const QString& name,
                         QWidget* parent)
    : QWidget(parent),
      m_study(study),
      m_start(start),
      m_line(new QWidget(this)),
      m_text(new QLabel(m_line)),
      m_cancel(new QPushButton(tr("Cancel"), m_line)) {
    m_text->setObjectName(name + QStringLiteral(".text"));
    m_text->setProperty("muted", true);
    m_text->setWordWrap(true);
    m_cancel->setObjectName(name + QStringLiteral(".cancel"));
    auto* layout = new QHBoxLayout(m_line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_cancel);
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        cancel();
        say(tr("Cancelled."));
    });
    connect(&study, &bridge::NetworkStudy::answerChanged, this, &AnswerPanel::onAnswer);
}

AnswerPanel::~AnswerPanel() {
    m_stop.request_stop();
}

void AnswerPanel::onAnswer() {
    answerChanged();
    m_isStale = true;
    if (isVisible() && m_start == Start::AtOnce) ask();
}

void AnswerPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale && m_start == Start::AtOnce) ask();
}

/// What nobody looks at is not worth the machine; it begins again when it is shown.
void AnswerPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!m_isRunning || m_start == Start::OnDemand) return;
    cancel();
    m_isStale = true;
}

void AnswerPanel::ask() {
    m_stop.request_stop();
    m_stop = {};
    const bridge::NetworkAnswerPtr& answer = m_study.answer();
    if (answer == nullptr) return cancel();
    m_isStale = false;
    setRunning(true);
    m_job.want([this, job = work(answer, m_stop.get_token()),
                stop = m_stop.get_token()]() -> bridge::LatestJob::Deliver {
        if (stop.stop_requested()) return {};
        auto deliver = job();
        if (stop.stop_requested()) return {};
        return [this, deliver = std::move(deliver)] {
            setRunning(false);
            if (deliver) deliver();
        };
    });
}

void AnswerPanel::cancel() {
    m_stop.request_stop();
    m_job.forget();
    setRunning(false);
}

void AnswerPanel::say(const QString& text) {
    m_text->setText(text);
}

void AnswerPanel::setRunning(bool running) {
    m_isRunning = running;
    m_cancel->setVisible(running);
    if (running) say(tr("Working on it…"));
}

}  // namespace halltwin::views::network
