// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/labels.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace halltwin::edit {
namespace {

constexpr std::size_t mostDigits = 15;  // stays within a long long when counted on

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t trailingDigits(std::string_view text) {
    const auto last = std::find_if_not(text.rbegin(), text.rend(), isDigit);
    return std::min(mostDigits, static_cast<std::size_t>(last - text.rbegin()));
}

}  // namespace

LabelMaker::LabelMaker(const Project& project) {
    m_taken.reserve(project.items.size());
    for (const Item& item : project.items)
        m_taken.insert(item.label);
}

std::string LabelMaker::next(std::string_view prefix) {
    return countOn(std::string(prefix), 1, 1);
}

std::string LabelMaker::freeOr(const std::string& wanted) {
    if (wanted.empty() || m_taken.insert(wanted).second) return wanted;
    const std::size_t digits = trailingDigits(wanted);
    if (digits == 0) return countOn(wanted + " ", 2, 1);
    const std::size_t stem = wanted.size() - digits;
    long long number = 0;
    std::from_chars(wanted.data() + stem, wanted.data() + wanted.size(), number);
    return countOn(wanted.substr(0, stem), number + 1, digits);
}

std::string LabelMaker::countOn(const std::string& stem, long long from, std::size_t digits) {
    Run& run = m_runs[stem];
    if (run.next == 0 || from < run.from) run = {from, from};
    for (long long number = std::max(from, run.next);; ++number) {
        std::string label = fmt::format("{}{:0{}}", stem, number, digits);
        if (!m_taken.insert(label).second) continue;
        if (from <= run.next) run.next = number + 1;
        return label;
    }
}

std::string_view labelPrefix(ItemKind kind) {
    switch (kind) {
        case ItemKind::Rack: return "R";
        case ItemKind::Cooler: return "C";
        case ItemKind::RearDoor: return "D";
        case ItemKind::ImmersionTank: return "TK";
        case ItemKind::Cdu: return "CDU ";
        case ItemKind::UtilityFeed: return "Utility ";
        case ItemKind::Transformer: return "T";
        case ItemKind::Ups: return "UPS ";
        case ItemKind::Pdu: return "PDU ";
        case ItemKind::Generator: return "G";
        case ItemKind::OnSiteSource: return "S";
        case ItemKind::Battery: return "BAT ";
        case ItemKind::Switchboard: return "SB ";
        case ItemKind::TransferSwitch: return "TS ";
        case ItemKind::DistributionPanel: return "RPP ";
        case ItemKind::Busway: return "BW ";
        case ItemKind::RackPdu: return "RPDU ";
        case ItemKind::PowerShelf: return "PS ";
        case ItemKind::Chiller: return "CH";
        case ItemKind::PumpSet: return "P";
        case ItemKind::CoolingTower: return "CT";
        case ItemKind::DryCooler: return "DC";
        case ItemKind::HeatExchanger: return "HX";
        case ItemKind::WaterSource: return "W";
        case ItemKind::WaterTank: return "TK-W";
        case ItemKind::HeatReuse: return "DH";
        case ItemKind::Tile:
        case ItemKind::Grille:
        case ItemKind::Wall:
        case ItemKind::Column:
        case ItemKind::Door:
        case ItemKind::Containment: return {};
    }
    return {};
}

}  // namespace halltwin::edit
