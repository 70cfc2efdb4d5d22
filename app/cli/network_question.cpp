// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_question.h"

#include "model/exchange/network_schedules.h"
#include "model/network/fabric_scaling.h"
#include "model/network/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace halltwin::cli {

namespace {

template <class Enum, class Name, std::size_t count>
Enum chosen(const std::array<Name, count>& names, const std::string& name) {
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? Enum{} : static_cast<Enum>(at - names.begin());
}

network::TrafficKind trafficOf(const std::string& name) {
    const auto at = std::find(trafficNames.begin(), trafficNames.end(), name);
    return static_cast<network::TrafficKind>(at - trafficNames.begin() + 1);
}

network::FabricJob jobOf(const NetworkQuestion& question) {
    network::FabricJob job;
    job.kind = chosen<network::Collective>(collectiveNames, question.collective);
    job.algorithm = job.kind == network::Collective::AllToAll
                        ? network::CollectiveAlgorithm::Direct
                        : chosen<network::CollectiveAlgorithm>(algorithmNames, question.algorithm);
    job.bytes = question.bytes;
    return job;
}

std::string nameOfLoss(const network::FabricPlan& plan, const network::Loss& loss) {
    const network::DeviceNames names(plan.graph, plan.hosts);
    if (!loss.devices.empty()) return names.name(loss.devices.front());
    if (loss.links.empty()) return {};
    const network::Link& link = plan.graph.links[loss.links.front()];
    return fmt::format("{} to {}", names.end(link.a, link.portA), names.end(link.b, link.portB));
}

/// Answers of one fabric, one after the other until one fails.
class Questions {
public:
    Questions(const Project& project, const Catalog& catalog, const NetworkQuestion& question,
              NetworkAnswer& answer, const std::stop_token& stop)
        : m_project(project),
          m_catalog(catalog),
          m_question(question),
          m_answer(answer),
          m_stop(stop),
          m_fabric(*answer.chosen),
          m_job{network::ranksOf(m_fabric.plan().graph),
                network::jobInput(m_fabric, catalog, jobOf(question))} {}

    Result<void> all() {
        if (!m_question.collective.empty())
            if (auto done = collective(); !done) return done;
        if (!m_question.cuts.empty())
            if (auto done = cut(); !done) return done;
        if (m_question.rankLosses)
            if (auto done = losses(); !done) return done;
        if (m_question.stepS > 0.0)
            if (auto done = scaling(); !done) return done;
        if (!m_question.traffic.empty())
            if (auto done = traffic(); !done) return done;
        return m_question.matrix.empty() ? Result<void>{} : matrix();
    }

private:
    [[nodiscard]] const network::Graph& graph() const { return m_fabric.plan().graph; }

    Result<void> collective() {
        auto found = network::collectiveOnFabric(graph(), m_job.ranks, m_job.collective, m_stop);
        if (!found) return tl::unexpected(found.error());
        m_answer.collective = *std::move(found);
        return {};
    }

    Result<void> cut() {
        network::Loss loss;
        for (const std::string& name : m_question.cuts) {
            const auto one = network::lossNamed(m_fabric, m_project, name);
            if (!one) return tl::unexpected(one.error());
            loss += *one;
        }
        auto effect = network::effectOf(graph(), loss, m_job, m_stop);
        if (!effect) return tl::unexpected(effect.error());
        m_answer.cut = *std::move(effect);
        return {};
    }

    Result<void> losses() {
        auto ranked = network::rankSingleLosses(graph(), m_job, {}, m_stop);
        if (!ranked) return tl::unexpected(ranked.error());
        for (network::RankedLoss& loss : *ranked) {
            std::string name = nameOfLoss(m_fabric.plan(), loss.loss);
            m_answer.losses.push_back({std::move(name), std::move(loss)});
        }
        return {};
    }

    Result<void> scaling() {
        auto curve = network::fabricScaling(
            m_fabric, m_catalog,
            {seconds(m_question.stepS), m_question.overlap, jobOf(m_question), {}}, m_stop);
        if (!curve) return tl::unexpected(curve.error());
        m_answer.scaling = *std::move(curve);
        return {};
    }

    Result<void> traffic() {
        network::StudyQuestion study;
        study.traffic = trafficOf(m_question.traffic);
        study.job = jobOf(m_question);
        study.losses = m_question.cuts;
        auto found = network::studyFabric(m_fabric, m_project, m_catalog, study, m_stop);
        if (!found) return tl::unexpected(found.error());
        m_answer.traffic = *std::move(found);
        m_answer.trafficName = m_question.traffic;
        return {};
    }

    Result<void> matrix() {
        network::MatrixInput input;
        input.by = chosen<network::HostGrouping>(network::hostGroupingNames, m_question.group);
        std::vector<std::string> unknown;
        input.loss = network::lossesNamed(m_fabric, m_project, m_question.cuts, unknown);
        if (m_question.matrix == "hops") {
            auto hops = network::hopsBetweenGroups(m_fabric, m_project, input, m_stop);
            if (!hops) return tl::unexpected(hops.error());
            m_answer.hops = *std::move(hops);
            return {};
        }
        auto bandwidth = network::bandwidthBetweenGroups(m_fabric, m_project, input, m_stop);
        if (!bandwidth) return tl::unexpected(bandwidth.error());
        m_answer.bandwidth = *std::move(bandwidth);
        return {};
    }

    const Project& m_project;
    const Catalog& m_catalog;
    const NetworkQuestion& m_question;
    NetworkAnswer& m_answer;
    const std::stop_token& m_stop;
    network::PlannedFabric m_fabric;
    network::FailureInput m_job;
};

bool asks(const NetworkQuestion& question) {
    return !question.fabric.empty() || !question.collective.empty() || !question.cuts.empty() ||
           question.rankLosses || question.stepS > 0.0 || !question.traffic.empty() ||
           !question.matrix.empty();
}

}  // namespace

Result<void> answerNetwork(const Project& project, const Catalog& catalog,
                           const NetworkQuestion& question, NetworkAnswer& answer,
                           const std::stop_token& stop) {
    answer.network = network::planNetwork(project, catalog);
    answer.bisections = exchange::bisectionsOf(answer.network);
    const auto fabric = network::findFabric(answer.network, question.fabric);
    if (!fabric) {
        if (!asks(question)) return {};
        return tl::unexpected(fabric.error());
    }
    answer.chosen = *fabric;
    return Questions(project, catalog, question, answer, stop).all();
}

}  // namespace halltwin::cli
