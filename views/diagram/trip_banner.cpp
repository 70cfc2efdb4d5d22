// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/trip_banner.h"

#include "views/bridge/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>
#include <set>

namespace halltwin::views::diagram {

namespace {

constexpr int mostEvents = 4;

QString counted(std::size_t n, const QString& one, const QString& many) {
    return n == 1 ? one : many.arg(n);
}

QString timeText(Duration time) {
    const double s = time.in(seconds);
    if (s < 120.0) return bridge::formatWithUnit(s, s < 10.0 ? 1 : 0, QStringLiteral("s"));
    return bridge::formatWithUnit(s / 60.0, s < 600.0 ? 1 : 0, QStringLiteral("min"));
}

bool isIt(ItemKind kind) {
    return kind == ItemKind::Rack || kind == ItemKind::ImmersionTank;
}

/// What is worth telling in a line; empty for the rest.
QString eventText(const power::SequenceEvent& event, const TripBanner::NameOf& nameOf) {
    using What = power::SequenceEvent::What;
    const QString at = timeText(event.at);
    switch (event.what) {
        case What::Tripped:
            return TripBanner::tr("%1 trips at %2 of its rating after %3")
                .arg(nameOf(event.item), bridge::formatShare(event.loading), at);
        case What::Running: return TripBanner::tr("%1 runs after %2").arg(nameOf(event.item), at);
        case What::BatteryEmpty:
            return TripBanner::tr("battery of %1 empty after %2").arg(nameOf(event.item), at);
        case What::FuelEmpty:
            return TripBanner::tr("%1 out of fuel after %2").arg(nameOf(event.item), at);
        case What::Loaded:
            return TripBanner::tr("%1 stays at %2 of its rating")
                .arg(nameOf(event.item), bridge::formatShare(event.loading));
        default: return {};
    }
}

QString darkText(const WhatIf& whatIf, const power::LoadKind& kindOf) {
    std::size_t racks = 0;
    std::size_t machines = 0;
    for (const ItemId load : whatIf.newlyDark())
        ++(isIt(kindOf(load)) ? racks : machines);
    QString text = counted(racks, TripBanner::tr("1 rack dark"), TripBanner::tr("%1 racks dark"));
    if (machines > 0) {
        text += QStringLiteral(" · ") + counted(machines, TripBanner::tr("1 machine without power"),
                                                TripBanner::tr("%1 machines without power"));
    }
    return text;
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
    return counted(loads.size(), TripBanner::tr("1 load interrupted"),
                   TripBanner::tr("%1 loads interrupted")) +
           TripBanner::tr(" for up to %1").arg(timeText(longest));
}

}  // namespace

TripBanner::TripBanner(bridge::Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("tripBanner"));
    hide();
    m_text->setObjectName(QStringLiteral("tripBanner.text"));
    m_text->setWordWrap(true);
    auto* restore = new QPushButton(tr("Restore"), this);
    restore->setObjectName(QStringLiteral("tripBanner.restore"));
    restore->setToolTip(tr("Put every tripped element back in service"));
    connect(restore, &QPushButton::clicked, this, &TripBanner::restoreWanted);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::xs, bridge::space::s,
                               bridge::space::xs);
    layout->addWidget(m_text, 1);
    layout->addWidget(restore);
    connect(&theme, &bridge::Theme::changed, this, &TripBanner::restyle);
    restyle();
}

void TripBanner::restyle() {
    const bridge::ThemeColors& colors = m_theme.colors();
    setStyleSheet(QStringLiteral("#tripBanner { background: %1; border-bottom: 2px solid %2 } "
                                 "QLabel { color: %3 }")
                      .arg(colors.raised.name(), colors.danger.name(), colors.text.name()));
}

void TripBanner::show(const WhatIf& whatIf, const NameOf& nameOf, const power::LoadKind& kindOf) {
    setVisible(whatIf.answer() != nullptr && !whatIf.taken().empty());
    if (isHidden()) return;
    QStringList parts{
        counted(whatIf.taken().size(), tr("1 element tripped"), tr("%1 elements tripped"))};
    if (whatIf.outcome()) {
        parts << darkText(whatIf, kindOf);
        if (const QString gap = gapText(*whatIf.outcome()); !gap.isEmpty()) parts << gap;
        int told = 0;
        for (const power::SequenceEvent& event : whatIf.outcome()->events) {
            const QString what = eventText(event, nameOf);
            if (what.isEmpty()) continue;
            parts << (++told > mostEvents ? QStringLiteral("…") : what);
            if (told > mostEvents) break;
        }
    } else {
        parts << tr("what follows could not be calculated");
    }
    parts << tr("on trial: the project is as it was");
    m_text->setText(parts.join(QStringLiteral(" · ")));
}

}  // namespace halltwin::views::diagram
