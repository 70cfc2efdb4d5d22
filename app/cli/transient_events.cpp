// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/transient_events.h"

#include "app/cli/transient_json.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace halltwin::cli {

namespace {

using thermal::Action;
using thermal::TransientEvent;

constexpr const char* form =
    "give \"T ELEMENT off|on|water-off|water-on|load=F|supply=C|water=C\", T in seconds, C in °C, "
    "ELEMENT a label, a number, all or chillers";

/// The first and the last word, and what lies between: labels may hold spaces.
struct Words {
    std::string first;
    std::string middle;
    std::string last;
};

std::optional<Words> wordsOf(const std::string& text) {
    const auto start = text.find_first_not_of(' ');
    const auto end = text.find_last_not_of(' ');
    if (start == std::string::npos) return std::nullopt;
    const auto first = text.find(' ', start);
    const auto last = text.find_last_of(' ', end);
    if (first == std::string::npos || last <= first) return std::nullopt;
    const auto from = text.find_first_not_of(' ', first);
    const auto to = text.find_last_not_of(' ', last);
    if (from > to) return std::nullopt;
    return Words{text.substr(start, first - start), text.substr(from, to - from + 1),
                 text.substr(last + 1, end - last)};
}

std::optional<double> parseDecimal(const std::string& text) {
    double value = 0.0;
    const char* end = text.data() + text.size();
    const auto [rest, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc{} || rest != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

bool readAction(const std::string& word, TransientEvent& event) {
    static const std::map<std::string, Action> plain{{"off", Action::Stop},
                                                     {"on", Action::Start},
                                                     {"water-off", Action::CutWater},
                                                     {"water-on", Action::FeedWater}};
    if (const auto at = plain.find(word); at != plain.end()) {
        event.action = at->second;
        return true;
    }
    const auto equals = word.find('=');
    if (equals == std::string::npos) return false;
    const auto value = parseDecimal(word.substr(equals + 1));
    const std::string name = word.substr(0, equals);
    if (!value) return false;
    event.factor = name == "load" ? *value : 1.0;
    event.temperature = celsius(*value);
    if (name == "load") event.action = Action::Load;
    if (name == "supply") event.action = Action::Supply;
    if (name == "water") event.action = Action::Water;
    return name == "load" || name == "supply" || name == "water";
}

Result<TransientEvent> readEvent(const Project& project, const std::string& text) {
    const std::string where = fmt::format("--at \"{}\"", text);
    TransientEvent event;
    const auto words = wordsOf(text);
    const auto time = words ? parseDecimal(words->first) : std::nullopt;
    if (!time || !readAction(words->last, event))
        return fail(ErrorCode::InvalidArgument, "this is not an event", where, form);
    event.at = seconds(*time);
    if (words->middle == "chillers") {
        if (event.action != Action::Stop && event.action != Action::Start)
            return fail(ErrorCode::InvalidArgument, "chillers only go off and on", where, form);
        event.action = event.action == Action::Stop ? Action::StopChillers : Action::StartChillers;
        return event;
    }
    if (words->middle == "all") return event;
    const auto item = findItem(project, words->middle, where);
    if (!item) return tl::unexpected(item.error());
    event.item = *item;
    return event;
}

}  // namespace

Result<std::vector<TransientEvent>> readEvents(const Project& project,
                                               const std::vector<std::string>& texts) {
    std::vector<TransientEvent> events;
    for (const std::string& text : texts) {
        const auto event = readEvent(project, text);
        if (!event) return tl::unexpected(event.error());
        events.push_back(*event);
    }
    return events;
}

}  // namespace halltwin::cli
