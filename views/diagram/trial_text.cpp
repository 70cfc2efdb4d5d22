// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/trial_text.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <set>

namespace halltwin::views::diagram {

namespace {

constexpr int mostEvents = 4;
constexpr std::size_t mostNames = 3;

QString tr(const char* text) {
    return QCoreApplication::translate("Trial", text);
}

QString counted(std::size_t n, const QString& one, const QString& many) {
    return n == 1 ? one : many.arg(n);
}

bool isIt(ItemKind kind) {
    return kind == ItemKind::Rack || kind == ItemKind::ImmersionTank;
}

/// What is worth telling in a line; empty for the rest.
QString eventText(const power::SequenceEvent& event, const NameOf& nameOf) {
    using What = power::SequenceEvent::What;
    const QString at = bridge::formatDuration(event.at);
    switch (event.what) {
        case What::Tripped:
            return tr("%1 trips at %2 of its rating after %3")
                .arg(nameOf(event.item), bridge::formatShare(event.loading), at);
        case What::Running: return tr("%1 runs after %2").arg(nameOf(event.item), at);
        case What::BatteryEmpty:
            return tr("battery of %1 empty after %2").arg(nameOf(event.item), at);
        case What::FuelEmpty: return tr("%1 out of fuel after %2").arg(nameOf(event.item), at);
        case What::Loaded:
            return tr("%1 stays at %2 of its rating")
                .arg(nameOf(event.item), bridge::formatShare(event.loading));
        default: return {};
    }
}

/// Loads that were without power for a time and have it back; empty without any.
QString gapText(const power::Sequence& outcome) {
    std::set<ItemId> loads;
    Duration longest;
    for (const power::Outage& outage : outcome.outages) {
        if (!outage.until) continue;
        loads.insert(outage.load);
        longest = std::max(longest, *outage.until - outage.from);
    }
    if (loads.empty()) return {};
    return counted(loads.size(), tr("1 load interrupted"), tr("%1 loads interrupted")) +
           tr(" for up to %1").arg(bridge::formatDuration(longest));
}

}  // namespace

QString trialTitle(const bridge::WhatIf& whatIf, const NameOf& nameOf) {
    QStringList parts;
    if (whatIf.event()) parts << whatIf.event()->name;
    QStringList names;
    for (const ItemId item : whatIf.taken()) {
        if (names.size() == static_cast<qsizetype>(mostNames)) break;
        names << nameOf(item);
    }
    const std::size_t count = whatIf.taken().size();
    if (count > mostNames) {
        parts << tr("%1 elements out").arg(count);
    } else if (count > 0) {
        parts << tr("%1 out").arg(names.join(QStringLiteral(", ")));
    }
    return parts.join(QStringLiteral(" · "));
}

QString trialToll(const bridge::WhatIf& whatIf, const power::LoadKind& kindOf) {
    if (whatIf.failure()) return tr("what follows could not be calculated");
    if (whatIf.shown() == nullptr) return tr("following what comes of it…");
    std::size_t racks = 0;
    std::size_t machines = 0;
    for (const ItemId load : whatIf.newlyDark())
        ++(isIt(kindOf(load)) ? racks : machines);
    QString text = counted(racks, tr("1 rack dark"), tr("%1 racks dark"));
    if (machines > 0) {
        text += QStringLiteral(" · ") +
                counted(machines, tr("1 machine without power"), tr("%1 machines without power"));
    }
    return text;
}

QString trialStory(const bridge::WhatIf& whatIf, const NameOf& nameOf,
                   const power::LoadKind& kindOf) {
    const QString toll = trialToll(whatIf, kindOf);
    if (whatIf.failure()) return bridge::errorText(*whatIf.failure());
    if (whatIf.shown() == nullptr) return toll;
    if (whatIf.moment()) return tr("at %1: %2").arg(bridge::formatDuration(*whatIf.moment()), toll);
    QStringList parts{toll};
    if (const QString gap = gapText(*whatIf.outcome()); !gap.isEmpty()) parts << gap;
    int told = 0;
    for (const power::SequenceEvent& event : whatIf.outcome()->events) {
        const QString what = eventText(event, nameOf);
        if (what.isEmpty()) continue;
        parts << (++told > mostEvents ? QStringLiteral("…") : what);
        if (told > mostEvents) break;
    }
    if (whatIf.isFollowing()) parts << tr("following what comes of the change…");
    return parts.join(QStringLiteral(" · "));
}

}  // namespace halltwin::views::diagram
