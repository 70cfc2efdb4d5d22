// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/power_words.h"

#include "app/cli/labels.h"

#include <fmt/format.h>

namespace halltwin::cli {

namespace {

using What = power::SequenceEvent::What;

std::string withCause(const Project& project, const char* words, ItemId cause) {
    if (!cause.isValid()) return words;
    return fmt::format("{}: {} is lost", words, labelOf(project, cause));
}

std::string moduleWords(const char* words, const power::SequenceEvent& event) {
    return fmt::format("{}: {:.0f} % of its rating is left", words, 100.0 * event.loading);
}

std::string loadedWords(const power::SequenceEvent& event) {
    const double percent = 100.0 * event.loading;
    if (event.what == What::Overstepped)
        return fmt::format("gets {:.0f} % of the load that it accepts in one step", percent);
    if (event.link.isValid())
        return fmt::format("the breaker of its cord carries {:.0f} % of its current", percent);
    return fmt::format("carries {:.0f} % of its rating", percent);
}

}  // namespace

std::string whyOf(const Project& project, const power::SequenceEvent& event) {
    switch (event.what) {
        case What::Failed: return "taken out";
        case What::Returned: return "put back";
        case What::Dark:
            return withCause(project, "no cord leads to a source any more", event.cause);
        case What::Back: return "its supply is back";
        case What::Transferred:
            return withCause(project, "carries on over its other side", event.cause);
        case What::Starting: return withCause(project, "called", event.cause);
        case What::OnBattery: return "its battery gives what its cords do not";
        case What::OffBattery: return "its cords give all again";
        case What::BatteryEmpty: return "nothing is left in its battery";
        case What::Running: return "takes load";
        case What::StepTaken: return "takes its next step of load";
        case What::Stopped: return "not needed any more";
        case What::CoolingDown: return "the mains are back; it runs on unloaded";
        case What::StartFailed: return "cranked in vain";
        case What::Retransferred: return "its preferred side is back";
        case What::Charging: return "its charger draws power again";
        case What::Charged: return "its battery is full";
        case What::ModuleLost: return moduleWords("one of its modules is out", event);
        case What::ModuleBack: return moduleWords("one of its modules is back", event);
        case What::FuelEmpty: return "nothing is left in its tank";
        case What::Tripped:
        case What::Overstepped:
        case What::Loaded: return loadedWords(event);
    }
    return {};
}

}  // namespace halltwin::cli
