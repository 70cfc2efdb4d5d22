// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/room_check.h"
#include "model/thermal/solve.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halltwin::thermal {

/// Steps of checkRoom().
class RoomChecker {
public:
    RoomChecker(const RoomInput& room, const SolveSettings& settings)
        : m_room(room),
          m_settings(settings) {}

    [[nodiscard]] std::vector<Issue> run();

private:
    struct Solid {
        ItemId id;
        Rect footprint;
        Length height;
    };

    void error(std::string rule, std::vector<ItemId> items, std::string message, std::string fix) {
        m_issues.push_back(makeIssue(std::move(rule), Severity::Error, std::move(items),
                                     std::move(message), std::move(fix)));
    }
    /// False for NaN.
    static bool inRange(double value, double least, double most) {
        return value >= least && value <= most;
    }
    static std::string named(ItemId id, std::string_view text) {
        return "Item " + std::to_string(id.value) + " " + std::string(text);
    }

    void checkHall();
    void checkAir();
    void checkEnvelope();
    void checkRacks();
    void checkRack(const RackDevice& rack);
    void checkProfile(const RackDevice& rack);
    void checkCoolers();
    void checkFan(ItemId id, const FanCurve& curve);
    void checkSupplyOpening(const CoolerDevice& cooler);
    void checkOpenShare(ItemId id, double share);
    void checkBoxes();
    void checkOpenings();
    void checkOpening(ItemId id, const Rect& footprint, Area openArea);
    void checkTerminals();
    void checkBarriers();
    void checkOverlaps();
    void checkTerminalOverlaps();
    void checkCooling();
    [[nodiscard]] bool heatCanLeave() const;
    void checkSolid(const Solid& solid);
    bool checkPlace(ItemId id, const Rect& footprint);
    void checkHeight(ItemId id, Length height);
    void checkPower(ItemId id, Power power);
    void checkFlow(ItemId id, VolumeFlow flow);
    void checkTemperature(ItemId id, Temperature temperature);
    void checkFraction(ItemId id, double fraction);
    void checkCoil(ItemId id, HeatCapacityRate rate);

    const RoomInput& m_room;
    const SolveSettings& m_settings;
    std::vector<Solid> m_solids;
    std::vector<Issue> m_issues;
};

}  // namespace halltwin::thermal
