// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/tools/item_drag.h"

#include "views/bridge/format.h"
#include "views/bridge/project_session.h"

#include <QCoreApplication>
#include <cmath>

namespace halltwin::views::floorplan::tools {
namespace {

constexpr double snapPixels = 10.0;

/// Above this many, only the outline around all items is drawn at the place they came from.
constexpr std::size_t mostOutlines = 300;

QString distanceText(Length dx, Length dy) {
    const auto signedLength = [](Length value) {
        const QString sign = value < metres(0.0) ? QStringLiteral("−") : QStringLiteral("+");
        return sign + bridge::formatNumber(std::abs(value.in(metres)), 2);
    };
    return QCoreApplication::translate("PlanView", "x %1  y %2 m")
        .arg(signedLength(dx), signedLength(dy));
}

}  // namespace

ItemDrag::ItemDrag(ToolHost& host, std::vector<ItemId> ids, ItemId grabbed, const Point& from)
    : m_host(host),
      m_ids(std::move(ids)),
      m_from(from) {
    const Project& project = host.session().project();
    const Catalog& catalog = host.session().catalog();
    if (const Item* item = project.items.find(grabbed)) m_hall = item->hall;
    if (const auto rect = siteRectOf(project, catalog, grabbed)) m_around = *rect;
    for (const ItemId id : m_ids) {
        const Item* item = project.items.find(id);
        const auto rect = siteRectOf(project, catalog, id);
        if (item == nullptr || !rect) continue;
        m_before.push_back(*rect);
        if (item->hall == m_hall) {
            m_around = united(m_around, *rect);
        } else {
            m_isOneHall = false;
        }
    }
}

void ItemDrag::moveTo(const Pointer& at) {
    const Project& project = m_host.session().project();
    const Hall* home = project.halls.find(m_hall);
    if (home == nullptr) return;
    const Hall* over = m_isOneHall ? hallAt(project, at.site) : nullptr;
    const Hall& target = over == nullptr ? *home : *over;
    m_target = target.id;
    snap(at, target);
    m_host.session().preview(edit());
    show(target);
}

void ItemDrag::snap(const Pointer& at, const Hall& target) {
    m_dx = at.site.x - m_from.x;
    m_dy = at.site.y - m_from.y;
    const bool oneAxis = at.keys.testFlag(Qt::ShiftModifier);
    const bool alongX = std::abs(m_dx.in(metres)) >= std::abs(m_dy.in(metres));
    m_guides.clear();
    if (!at.keys.testFlag(Qt::AltModifier)) {
        if (m_targetsOf != target.id) {
            m_targets = snapTargetsOf(m_host.session().project(), m_host.session().catalog(),
                                      target, std::set<ItemId>(m_ids.begin(), m_ids.end()));
            m_targetsOf = target.id;
        }
        const Rect now = moved(m_around, m_dx - target.origin.x, m_dy - target.origin.y);
        const Snap found = snapRect(now, m_targets, metres(snapPixels / m_host.pixelsPerMetre()));
        m_dx += found.dx;
        m_dy += found.dy;
        if (!oneAxis) m_guides = found.guides;
    }
    if (oneAxis && alongX) m_dy = Length{};
    if (oneAxis && !alongX) m_dx = Length{};
}

edit::AnyEdit ItemDrag::edit() const {
    if (!isElsewhere()) return edit::MoveItems{m_ids, m_dx, m_dy};
    const Project& project = m_host.session().project();
    const Hall* home = project.halls.find(m_hall);
    const Hall* target = project.halls.find(m_target);
    edit::UpdateItems update;
    for (const ItemId id : m_ids) {
        const Item* found = project.items.find(id);
        if (found == nullptr || home == nullptr || target == nullptr) continue;
        Item item = *found;
        item.hall = m_target;
        item.position.x += m_dx + home->origin.x - target->origin.x;
        item.position.y += m_dy + home->origin.y - target->origin.y;
        update.items.push_back(std::move(item));
    }
    return update;
}

void ItemDrag::show(const Hall& target) {
    Overlay overlay;
    if (m_before.size() <= mostOutlines) {
        for (const Rect& rect : m_before) {
            overlay.ghosts.push_back({rect, GhostLook::Outline, std::nullopt});
        }
    } else {
        overlay.ghosts.push_back({m_around, GhostLook::Outline, std::nullopt});
    }
    for (const auto& [from, to] : m_guides) {
        overlay.guides.emplace_back(toSite(target, from), toSite(target, to));
    }
    const Point start = m_around.centre();
    const QString text = distanceText(m_dx, m_dy);
    overlay.dimensions.push_back({start, {start.x + m_dx, start.y + m_dy}, text});
    m_host.showOverlay(std::move(overlay));
    m_host.showStatus(QCoreApplication::translate(
                          "PlanView", "Move %1 · Shift: one axis · Alt: no snapping · Esc: cancel")
                          .arg(text));
}

void ItemDrag::commit() {
    m_host.showOverlay({});
    const bool stays = m_dx == Length{} && m_dy == Length{} && !isElsewhere();
    if (stays) {
        m_host.session().clearPreview();
    } else {
        m_host.session().apply(edit());
    }
}

void ItemDrag::cancel() {
    m_host.showOverlay({});
    m_host.session().clearPreview();
}

}  // namespace halltwin::views::floorplan::tools
