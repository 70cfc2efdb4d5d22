// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/network_study.h"

#include "views/bridge/project_session.h"
#include "views/bridge/twin_feed.h"

#include <algorithm>
#include <utility>

namespace halltwin::views::bridge {

namespace {

/// The fabric that is meant; the first compute fabric where that is gone or none was chosen.
std::size_t chosenFabric(const halltwin::network::NetworkPlan& plan,
                         const std::optional<FabricId>& wanted) {
    for (std::size_t n = 0; n < plan.fabrics.size(); ++n)
        if (wanted && plan.fabrics[n].fabric.id == *wanted) return n;
    const auto first = halltwin::network::findFabric(plan, {});
    return first ? first->index : 0;
}

NetworkAnswerPtr answerOf(NetworkAnswer answer, const std::optional<FabricId>& wanted,
                          const halltwin::network::StudyQuestion& question,
                          const std::stop_token& stop) {
    answer.fabric = chosenFabric(*answer.network, wanted);
    auto study = halltwin::network::studyFabric(answer.planned(), *answer.project, *answer.catalog,
                                                question, stop);
    if (study)
        answer.study = *std::move(study);
    else
        answer.failure = study.error();
    return std::make_shared<const NetworkAnswer>(std::move(answer));
}

}  // namespace

NetworkStudy::NetworkStudy(const ViewContext& context, QObject* parent)
    : QObject(parent),
      m_context(context) {
    connect(&context.twin, &TwinFeed::resultReady, this, &NetworkStudy::refresh);
    connect(&context.session, &ProjectSession::replaced, this, [this] {
        m_fabric.reset();
        m_question = {};
        m_answer.reset();
        m_asked.reset();
        m_isStale = true;
        stopAsking();
        m_job.forget();
        emit questionChanged();
        emit answerChanged();
    });
}

NetworkStudy::~NetworkStudy() {
    m_stop.request_stop();
}

void NetworkStudy::setFabric(std::optional<FabricId> fabric) {
    if (fabric == m_fabric) return;
    m_fabric = fabric;
    m_question.losses.clear();
    stopAsking();
    ask();
    emit questionChanged();
}

void NetworkStudy::setQuestion(halltwin::network::StudyQuestion question) {
    if (question == m_question) return;
    m_question = std::move(question);
    stopAsking();
    ask();
    emit questionChanged();
}

void NetworkStudy::toggleLoss(const std::string& name) {
    halltwin::network::StudyQuestion question = m_question;
    if (std::erase(question.losses, name) == 0) question.losses.push_back(name);
    setQuestion(std::move(question));
}

void NetworkStudy::watch(bool wanted) {
    m_watchers += wanted ? 1 : -1;
    refresh();
}

void NetworkStudy::refresh() {
    const auto& result = m_context.twin.latest();
    if (result != nullptr && result->network == m_asked && !m_isStale) return;
    ask();
}

/// A rack that is dragged does not stop the answer under way, or there would be none until it
/// rests.
void NetworkStudy::stopAsking() {
    m_stop.request_stop();
    m_stop = {};
}

void NetworkStudy::ask() {
    m_isStale = true;
    const auto& result = m_context.twin.latest();
    if (m_watchers <= 0 || result == nullptr) return;
    m_isStale = false;
    m_asked = result->network;
    if (m_asked == nullptr) {
        m_job.forget();
        if (std::exchange(m_answer, nullptr) != nullptr) emit answerChanged();
        return;
    }
    NetworkAnswer answer{
        m_context.twin.latestProject(), m_context.session.sharedCatalog(), m_asked, 0, {}, {}};
    m_job.want([this, answer = std::move(answer), wanted = m_fabric, question = m_question,
                stop = m_stop.get_token()]() -> LatestJob::Deliver {
        NetworkAnswerPtr made = answerOf(answer, wanted, question, stop);
        if (stop.stop_requested()) return {};
        return [this, made = std::move(made)] {
            m_answer = made;
            emit answerChanged();
        };
    });
}

}  // namespace halltwin::views::bridge
