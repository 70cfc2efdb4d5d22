// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/loops.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

namespace halltwin::cooling {
namespace {

enum class Role {
    Chiller,
    Tower,
    DryCooler,
    Exchanger,
    WaterSource,
    Reuse,
    Tank,
    Pump,
    Coil,
    Direct
};

struct Place {
    Role role = Role::Direct;
    std::size_t index = 0;

    auto operator<=>(const Place&) const = default;
};

bool isSource(Role role) {
    return role < Role::Pump;
}

using Places = std::unordered_map<ItemId, Place>;

template <class Unit>
Result<void> addPlaces(Places& places, Role role, const std::vector<Unit>& units) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (places.emplace(units[i].id, Place{role, i}).second) continue;
        return fail(ErrorCode::DuplicateId,
                    fmt::format("Item {} is given twice", units[i].id.value), "cooling plant",
                    "Give each unit once");
    }
    return {};
}

Result<Places> placesOf(const PlantInput& input) {
    Places places;
    const auto added =
        addPlaces(places, Role::Chiller, input.chillers)
            .and_then([&] { return addPlaces(places, Role::Tower, input.towers); })
            .and_then([&] { return addPlaces(places, Role::DryCooler, input.dryCoolers); })
            .and_then([&] { return addPlaces(places, Role::Exchanger, input.exchangers); })
            .and_then([&] { return addPlaces(places, Role::WaterSource, input.waterSources); })
            .and_then([&] { return addPlaces(places, Role::Reuse, input.reuse); })
            .and_then([&] { return addPlaces(places, Role::Tank, input.tanks); })
            .and_then([&] { return addPlaces(places, Role::Pump, input.pumps); })
            .and_then([&] { return addPlaces(places, Role::Coil, input.coils); })
            .and_then([&] { return addPlaces(places, Role::Direct, input.direct); });
    if (!added) return tl::unexpected(added.error());
    return places;
}

Result<Place> placeOf(const Places& places, ItemId id) {
    const auto found = places.find(id);
    if (found != places.end()) return found->second;
    return fail(
        ErrorCode::DanglingReference,
        fmt::format("A cooling link names item {}, which is no unit of the plant", id.value),
        "cooling plant", "Remove the link or add the item");
}

void addOnce(std::vector<HeatShare>& shares, std::size_t to, double weight) {
    const auto same = [to](const HeatShare& share) { return share.to == to; };
    if (std::none_of(shares.begin(), shares.end(), same)) shares.push_back({to, weight});
}

/// Weights become shares; where all are zero, equal ones.
void normalise(std::vector<HeatShare>& shares) {
    double sum = 0.0;
    for (const HeatShare& share : shares)
        sum += share.share;
    for (HeatShare& share : shares)
        share.share = sum > 0.0 ? share.share / sum : 1.0 / static_cast<double>(shares.size());
}

class Builder {
public:
    explicit Builder(const PlantInput& input) : m_input(input) {
        m_result.loopOfPump.assign(input.pumps.size(), noLoop);
        m_result.pumpsOfCoil.resize(input.coils.size());
        m_result.pumpsOfChiller.resize(input.chillers.size());
        m_result.pumpsOfExchanger.resize(input.exchangers.size());
        m_header.resize(input.pumps.size());
        std::iota(m_header.begin(), m_header.end(), std::size_t{0});
    }

    Result<Loops> build() {
        const auto places = placesOf(m_input);
        if (!places) return tl::unexpected(places.error());
        for (const PlantLink& link : m_input.links) {
            const auto from = placeOf(*places, link.from);
            if (!from) return tl::unexpected(from.error());
            const auto to = placeOf(*places, link.to);
            if (!to) return tl::unexpected(to.error());
            addLink(*from, *to);
        }
        gatherLoops();
        for (auto* consumers :
             {&m_result.pumpsOfCoil, &m_result.pumpsOfChiller, &m_result.pumpsOfExchanger})
            for (auto& shares : *consumers)
                keepCooled(shares);
        sortLoops();
        cutUncooled();
        fillBanks();
        return std::move(m_result);
    }

private:
    void addLink(Place from, Place to) {
        if (isSource(from.role) && to.role == Role::Pump) {
            m_pumpsOf[from].insert(to.index);
            for (const std::size_t other : m_pumpsOf[from])
                join(other, to.index);
        }
        if (from.role != Role::Pump) return;
        const double flow = m_input.pumps[from.index].spec.ratedFlow.si();
        if (to.role == Role::Coil) addOnce(m_result.pumpsOfCoil[to.index], from.index, flow);
        if (to.role == Role::Exchanger)
            addOnce(m_result.pumpsOfExchanger[to.index], from.index, flow);
        if (to.role == Role::Chiller &&
            m_input.chillers[to.index].spec.condenser == CondenserMedium::Water)
            addOnce(m_result.pumpsOfChiller[to.index], from.index, flow);
    }

    void join(std::size_t a, std::size_t b) {
        const std::size_t kept = std::min(m_header[a], m_header[b]);
        const std::size_t gone = std::max(m_header[a], m_header[b]);
        std::replace(m_header.begin(), m_header.end(), gone, kept);
    }

    /// A header with nothing that cools is no loop.
    void gatherLoops() {
        std::vector<std::size_t> loopOfHeader(m_header.size(), noLoop);
        for (const auto& [source, pumps] : m_pumpsOf) {
            if (source.role == Role::Reuse || source.role == Role::Tank) continue;
            std::size_t& loop = loopOfHeader[m_header[*pumps.begin()]];
            if (loop == noLoop) {
                loop = m_result.loops.size();
                m_result.loops.emplace_back();
                m_sources.emplace_back();
            }
        }
        for (std::size_t pump = 0; pump < m_header.size(); ++pump) {
            const std::size_t loop = loopOfHeader[m_header[pump]];
            m_result.loopOfPump[pump] = loop;
            if (loop != noLoop) m_result.loops[loop].pumps.push_back(pump);
        }
        for (const auto& [source, pumps] : m_pumpsOf) {
            const std::size_t loop = loopOfHeader[m_header[*pumps.begin()]];
            if (loop != noLoop) m_sources[loop].push_back(source);
        }
    }

    void keepCooled(std::vector<HeatShare>& shares) const {
        std::erase_if(shares, [&](const HeatShare& share) {
            return m_result.loopOfPump[share.to] == noLoop;
        });
        normalise(shares);
    }

    [[nodiscard]] bool cools(std::size_t loop) {
        return std::any_of(m_sources[loop].begin(), m_sources[loop].end(), [&](Place source) {
            if (source.role == Role::Reuse || source.role == Role::Tank) return false;
            return source.role != Role::Exchanger ||
                   !m_result.pumpsOfExchanger[source.index].empty();
        });
    }

    /// From the last loop on, so that what an exchanger rejects to is known when it is looked at.
    void cutUncooled() {
        for (std::size_t n = m_result.loops.size(); n-- > 0;) {
            m_result.loops[n].cools = cools(n);
            if (m_result.loops[n].cools) continue;
            for (auto* consumers :
                 {&m_result.pumpsOfCoil, &m_result.pumpsOfChiller, &m_result.pumpsOfExchanger})
                for (auto& shares : *consumers) {
                    std::erase_if(shares, [&](const HeatShare& share) {
                        return m_result.loopOfPump[share.to] == n;
                    });
                    normalise(shares);
                }
        }
    }

    /// Pump sets behind a unit that rejects its heat to water.
    std::vector<HeatShare>* rejectionOf(Place source) {
        if (source.role == Role::Chiller) return &m_result.pumpsOfChiller[source.index];
        if (source.role == Role::Exchanger) return &m_result.pumpsOfExchanger[source.index];
        return nullptr;
    }

    /// By depth first: whoever takes heat comes after who gives it.
    void visit(std::size_t loop, std::vector<std::size_t>& order) {
        m_state[loop] = Visit::Open;
        for (const Place source : m_sources[loop]) {
            std::vector<HeatShare>* shares = rejectionOf(source);
            if (shares == nullptr) continue;
            const bool circular = std::any_of(shares->begin(), shares->end(), [&](const auto& s) {
                return m_state[m_result.loopOfPump[s.to]] == Visit::Open;
            });
            if (circular) {
                shares->clear();
                m_result.inCircle.push_back(source.role == Role::Chiller
                                                ? m_input.chillers[source.index].id
                                                : m_input.exchangers[source.index].id);
                continue;
            }
            for (const HeatShare& share : *shares)
                if (m_state[m_result.loopOfPump[share.to]] == Visit::New)
                    visit(m_result.loopOfPump[share.to], order);
        }
        m_state[loop] = Visit::Done;
        order.push_back(loop);
    }

    void sortLoops() {
        m_state.assign(m_result.loops.size(), Visit::New);
        std::vector<std::size_t> order;
        for (std::size_t loop = 0; loop < m_result.loops.size(); ++loop)
            if (m_state[loop] == Visit::New) visit(loop, order);
        std::reverse(order.begin(), order.end());
        std::vector<Loop> loops;
        std::vector<std::vector<Place>> sources;
        std::vector<std::size_t> placeOfLoop(order.size());
        for (const std::size_t loop : order) {
            placeOfLoop[loop] = loops.size();
            loops.push_back(std::move(m_result.loops[loop]));
            sources.push_back(std::move(m_sources[loop]));
        }
        m_result.loops = std::move(loops);
        m_sources = std::move(sources);
        for (std::size_t& loop : m_result.loopOfPump)
            if (loop != noLoop) loop = placeOfLoop[loop];
        for (const auto& shares : m_result.pumpsOfCoil)
            for (const HeatShare& share : shares)
                m_result.loops[m_result.loopOfPump[share.to]].rejects = false;
    }

    void fillBanks() {
        constexpr std::array free{std::pair{Role::Exchanger, SourceKind::Exchanger},
                                  std::pair{Role::WaterSource, SourceKind::WaterSource},
                                  std::pair{Role::DryCooler, SourceKind::DryCooler},
                                  std::pair{Role::Tower, SourceKind::Tower}};
        for (std::size_t n = 0; n < m_result.loops.size(); ++n) {
            Loop& loop = m_result.loops[n];
            loop.reuse = unitsOf(n, Role::Reuse);
            loop.tanks = unitsOf(n, Role::Tank);
            loop.chillers =
                banksOf(m_input, m_result, SourceKind::Chiller, unitsOf(n, Role::Chiller));
            for (const auto& [role, kind] : free)
                for (Bank& bank : banksOf(m_input, m_result, kind, unitsOf(n, role)))
                    loop.free.push_back(std::move(bank));
        }
    }

    [[nodiscard]] std::vector<std::size_t> unitsOf(std::size_t loop, Role role) const {
        std::vector<std::size_t> units;
        for (const Place source : m_sources[loop])
            if (source.role == role) units.push_back(source.index);
        return units;
    }

    enum class Visit { New, Open, Done };

    const PlantInput& m_input;
    Loops m_result;
    std::vector<std::size_t> m_header;  ///< by pump set: the first one that it shares water with
    std::map<Place, std::set<std::size_t>> m_pumpsOf;  ///< by source
    std::vector<std::vector<Place>> m_sources;         ///< by loop
    std::vector<Visit> m_state;
};

}  // namespace

Result<Loops> loopsOf(const PlantInput& input) {
    return Builder(input).build();
}

}  // namespace halltwin::cooling
