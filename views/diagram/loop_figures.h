// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/diagram/loop_content.h"

#include <set>
#include <unordered_map>

namespace halltwin::views::diagram {

/// State, figures and words of the symbols of cooling loops. Refers to its source.
class LoopFigures {
public:
    explicit LoopFigures(const LoopSource& source);

    void fill(Symbol& symbol) const;

private:
    void fillUnit(Symbol& symbol) const;
    void fillChiller(Symbol& symbol, const cooling::ChillerUnitResult& unit) const;
    void fillRejector(Symbol& symbol, const cooling::RejectorResult& unit) const;
    void fillExchanger(Symbol& symbol, const cooling::ExchangerUnitResult& unit) const;
    void fillReuse(Symbol& symbol, const cooling::HeatReuseUnitResult& unit) const;
    void fillTank(Symbol& symbol, const cooling::TankUnitResult& unit) const;
    void fillPump(Symbol& symbol, const cooling::PumpUnitResult& unit) const;
    void fillLoop(Symbol& symbol, const cooling::LoopResult& loop) const;
    void fillConsumers(Symbol& symbol) const;
    [[nodiscard]] const cooling::RejectorResult* rejector(ItemId item) const;
    [[nodiscard]] const PumpSpec* pumpSpec(ItemId item) const;

    const LoopSource& m_source;
    twin::PowerByItem m_heat;
    std::unordered_map<ItemId, const cooling::CoilUnitResult*> m_coils;
    std::unordered_map<ItemId, const cooling::LoopResult*> m_loopOfPump;
    std::set<ItemId> m_calm;  ///< a miss of theirs does no harm: their loop or the halls are served
};

}  // namespace halltwin::views::diagram
