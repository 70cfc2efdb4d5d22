// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/transient_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace halltwin::thermal {

namespace {

constexpr double greatestLoad = 5.0;
constexpr double coldestC = 0.0;
constexpr double warmestC = 80.0;
constexpr double longestS = 24.0 * 3600.0;

bool inRange(double value, double low, double high) {
    return std::isfinite(value) && value >= low && value <= high;
}

tl::unexpected<Error> refuse(ErrorCode code, const std::string& what, const TransientEvent& event,
                             const std::string& remedy) {
    std::string where = std::string("event '") + nameOf(event.action) + "'";
    if (event.item.isValid()) where += " of item " + std::to_string(event.item.value);
    return fail(code, what, where, remedy);
}

Result<void> checkValue(const TransientEvent& event, const TransientSettings& settings) {
    if (!inRange(event.at.in(seconds), 0.0, settings.duration.in(seconds)))
        return refuse(ErrorCode::OutOfRange, "An event lies outside the time that is calculated.",
                      event, "Give a time from 0 s to the duration.");
    if (event.action == Action::Load && !inRange(event.factor, 0.0, greatestLoad))
        return refuse(ErrorCode::OutOfRange, "A load factor is out of range.", event,
                      "Give a factor from 0 to 5.");
    const bool setsTemperature = event.action == Action::Supply || event.action == Action::Water;
    if (setsTemperature && !inRange(event.temperature.in(celsius), coldestC, warmestC))
        return refuse(ErrorCode::OutOfRange, "A temperature is out of range.", event,
                      "Give a temperature from 0 to 80 °C.");
    return {};
}

const RackDevice* findRack(const RoomInput& room, ItemId id) {
    const auto at = std::find_if(room.racks.begin(), room.racks.end(),
                                 [&](const RackDevice& rack) { return rack.id == id; });
    return at == room.racks.end() ? nullptr : &*at;
}

const CoolerDevice* findCooler(const RoomInput& room, ItemId id) {
    const auto at = std::find_if(room.coolers.begin(), room.coolers.end(),
                                 [&](const CoolerDevice& cooler) { return cooler.id == id; });
    return at == room.coolers.end() ? nullptr : &*at;
}

bool isForRack(Action action, const RackDevice& rack) {
    if (action == Action::CutWater || action == Action::FeedWater) return rack.rearDoor.has_value();
    return action == Action::Stop || action == Action::Start || action == Action::Load;
}

Result<void> checkItem(const RoomInput& room, const TransientEvent& event) {
    const bool ofHall =
        event.action == Action::StopChillers || event.action == Action::StartChillers;
    if (!event.item.isValid() || ofHall) return {};
    if (const RackDevice* rack = findRack(room, event.item)) {
        if (isForRack(event.action, *rack)) return {};
        return refuse(ErrorCode::InvalidArgument, "This cannot happen to a rack.", event,
                      "Racks can be switched off and on and change their load; those with a rear "
                      "door can lose its water.");
    }
    const CoolerDevice* cooler = findCooler(room, event.item);
    if (cooler == nullptr)
        return refuse(ErrorCode::NotFound, "There is no such rack or cooler in this hall.", event,
                      "Name an item of the hall.");
    if (event.action == Action::Load)
        return refuse(ErrorCode::InvalidArgument, "A cooler has no load to change.", event,
                      "Name a rack, or none for all racks.");
    if (cooler->flow.si() <= 0.0)
        return refuse(ErrorCode::InvalidArgument, "This cooler is off from the start.", event,
                      "Give it a fan speed above 0 in the project.");
    return {};
}

}  // namespace

const char* nameOf(Action action) {
    constexpr std::array names{"off",         "on",   "water off", "water on", "chillers off",
                               "chillers on", "load", "supply",    "water"};
    return names[static_cast<std::size_t>(action)];
}

Result<void> checkTransient(const RoomInput& room, const std::vector<TransientEvent>& events,
                            const TransientSettings& settings) {
    const double duration = settings.duration.in(seconds);
    if (!inRange(duration, 1.0, longestS))
        return fail(ErrorCode::OutOfRange, "The duration of a transient is out of range.",
                    std::to_string(duration) + " s", "Give 1 s to 24 h.");
    if (!(settings.sampleEvery.si() > 0.0) || !(settings.fieldEvery.si() > 0.0))
        return fail(ErrorCode::OutOfRange, "The time between two samples must be positive.",
                    "transient", "Give seconds above 0.");
    const double effectiveness = settings.mass.serverEffectiveness;
    if (!(effectiveness > 0.0 && effectiveness < 1.0))
        return fail(ErrorCode::OutOfRange, "The effectiveness of servers is out of range.",
                    "thermal mass", "Give a number between 0 and 1.");
    if (!inRange(settings.mass.storageTank.in(cubicMetres), 0.0, 1e6))
        return fail(ErrorCode::OutOfRange, "The volume of the storage tank is out of range.",
                    "thermal mass", "Give 0 m³ or more.");
    for (const TransientEvent& event : events) {
        if (auto good = checkValue(event, settings); !good) return good;
        if (auto good = checkItem(room, event); !good) return good;
    }
    return {};
}

}  // namespace halltwin::thermal
