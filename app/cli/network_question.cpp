// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_question.h"

#include "model/network/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace halltwin::cli {

namespace {

template <class Enum, std::size_t count>
Enum chosen(const std::array<const char*, count>& names, const std::string& name) {
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? Enum{} : static_cast<Enum>(at - names.begin());
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

network::Loss joined(network::Loss a, const network::Loss& b) {
    a.devices.insert(a.devices.end(), b.devices.begin(), b.devices.end());
    a.links.insert(a.links.end(), b.links.begin(), b.links.end());
    return a;
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
        return m_question.stepS > 0.0 ? scaling() : Result<void>{};
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
            loss = joined(std::move(loss), *one);
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
        network::ScalingInput input;
        input.computePerStep = seconds(m_question.stepS);
        input.overlap = m_question.overlap;
        input.most = m_job.ranks.size();
        input.communication = [&](std::size_t gpus) -> Result<Duration> {
            if (gpus < 2) return Duration{};
            const network::Ranks some(
                m_job.ranks.begin(),
                std::next(m_job.ranks.begin(), static_cast<std::ptrdiff_t>(gpus)));
            const auto found = network::collectiveOnFabric(graph(), some, m_job.collective, m_stop);
            if (!found) return tl::unexpected(found.error());
            return found->result.time;
        };
        auto curve = network::scalingCurve(input);
        if (!curve) return tl::unexpected(curve.error());
        m_answer.scaling = *std::move(curve);
        return {};
    }

    const Project& m_project;
    const NetworkQuestion& m_question;
    NetworkAnswer& m_answer;
    const std::stop_token& m_stop;
    network::PlannedFabric m_fabric;
    network::FailureInput m_job;
};

bool asks(const NetworkQuestion& question) {
    return !question.fabric.empty() || !question.collective.empty() || !question.cuts.empty() ||
           question.rankLosses || question.stepS > 0.0;
}

}  // namespace

Result<void> answerNetwork(const Project& project, const Catalog& catalog,
                           const NetworkQuestion& question, NetworkAnswer& answer,
                           const std::stop_token& stop) {
    answer.network = network::planNetwork(project, catalog);
    for (const network::FabricPlan& plan : answer.network.fabrics) {
        const auto found = network::bisection(plan.graph);
        answer.bisections.push_back(found ? std::optional(*found) : std::nullopt);
    }
    const auto fabric = network::findFabric(answer.network, question.fabric);
    if (!fabric) {
        if (!asks(question)) return {};
        return tl::unexpected(fabric.error());
    }
    answer.chosen = *fabric;
    return Questions(project, catalog, question, answer, stop).all();
}

}  // namespace halltwin::cli
