// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_study.h"
#include "model/twin/networks.h"
#include "views/bridge/latest_job.h"
#include "views/bridge/view_context.h"

#include <QObject>
#include <memory>
#include <optional>
#include <stop_token>

namespace halltwin::views::bridge {

/// The planned network that is shown and what the traffic asked for does to one of its fabrics. A
/// value that views keep while they need it.
struct NetworkAnswer {
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    twin::NetworkPtr network;
    std::size_t fabric = 0;                               ///< of the network's fabrics
    std::optional<halltwin::network::FabricStudy> study;  ///< none: `failure` says why
    std::optional<Error> failure;

    [[nodiscard]] halltwin::network::PlannedFabric planned() const {
        return {network.get(), fabric};
    }
    [[nodiscard]] const halltwin::network::FabricPlan& plan() const {
        return network->fabrics[fabric];
    }
    [[nodiscard]] const halltwin::network::Graph& graph() const { return plan().graph; }
};
using NetworkAnswerPtr = std::shared_ptr<const NetworkAnswer>;

/// What the user asks of the fabrics: which one, the traffic that runs over it, what is cut. Not
/// part of the project: neither saved nor undone. Lives on the GUI thread, follows the twin's
/// network and answers on a worker while anybody watches.
class NetworkStudy : public QObject {
    Q_OBJECT

public:
    explicit NetworkStudy(const ViewContext& context, QObject* parent = nullptr);
    ~NetworkStudy() override;

    /// None: the first compute fabric, or the first of all.
    [[nodiscard]] const std::optional<FabricId>& fabric() const { return m_fabric; }
    void setFabric(std::optional<FabricId> fabric);
    [[nodiscard]] const halltwin::network::StudyQuestion& question() const { return m_question; }
    void setQuestion(halltwin::network::StudyQuestion question);
    /// Adds a loss ("spine-3", "leaf-2.1:5", "rail 3", "tray NAME"), or takes it back.
    void toggleLoss(const std::string& name);

    /// Null: the project has no fabric, or nobody has watched yet. An older answer stays until the
    /// next one is there.
    [[nodiscard]] const NetworkAnswerPtr& answer() const { return m_answer; }
    /// The answer belongs to the question and to the twin's network.
    [[nodiscard]] bool isCurrent() const { return !m_isStale && m_job.isIdle(); }

    /// Views call it in turn when they are shown and hidden.
    void watch(bool wanted);

signals:
    void questionChanged();
    void answerChanged();

private:
    void refresh();
    void ask();
    void stopAsking();

    ViewContext m_context;
    std::optional<FabricId> m_fabric;
    halltwin::network::StudyQuestion m_question;
    NetworkAnswerPtr m_answer;
    twin::NetworkPtr m_asked;  ///< of the answer under way
    int m_watchers = 0;
    bool m_isStale = true;
    std::stop_source m_stop;
    LatestJob m_job;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::bridge
