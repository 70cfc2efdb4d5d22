// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/floorplan/site_geometry.h"
#include "views/floorplan/tools/tool.h"

#include <QCoreApplication>
#include <memory>
#include <optional>
#include <vector>

namespace halltwin::views::floorplan::tools {
namespace {

bool canSupply(ToolKind tool, ItemKind kind) {
    if (tool != ToolKind::Cooling) return isElectrical(kind);
    return coolsWater(kind) || kind == ItemKind::PumpSet || kind == ItemKind::Cdu;
}

bool canTake(ToolKind tool, ItemKind from, const CatalogEntry& entry) {
    if (tool != ToolKind::Cooling) return canFeedPower(from, entry.kind);
    return entry.kind == ItemKind::PumpSet || takesWater(entry) || rejectsToWater(entry);
}

/// Draws a power or chilled-water link from a source to what it supplies. Released on one of
/// several selected items, it links them all, as one undo step.
class LinkTool final : public Tool {
public:
    LinkTool(ToolHost& host, ToolKind kind) : Tool(host), m_kind(kind) {}

    void press(const Pointer& at) override;
    void move(const Pointer& at) override;
    void release(const Pointer& at) override;
    bool cancel() override;

    [[nodiscard]] QString hint() const override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }

private:
    [[nodiscard]] const CatalogEntry* entryOf(ItemId id) const;
    [[nodiscard]] bool isSource(ItemId id) const;
    [[nodiscard]] std::vector<ItemId> targetsAt(const Pointer& at) const;
    [[nodiscard]] edit::AnyEdit edit(ItemId target) const;
    void showHover(const Pointer& at);

    ToolKind m_kind;
    std::optional<ItemId> m_source;
    int m_gesture = 0;
};

const CatalogEntry* LinkTool::entryOf(ItemId id) const {
    const Item* item = host().session().project().items.find(id);
    return item == nullptr ? nullptr : host().session().catalog().find(item->catalogKey);
}

bool LinkTool::isSource(ItemId id) const {
    const CatalogEntry* entry = entryOf(id);
    return entry != nullptr && canSupply(m_kind, entry->kind);
}

void LinkTool::press(const Pointer& at) {
    m_source.reset();
    const auto id = host().itemAt(at.site);
    if (id && isSource(*id)) {
        m_source = id;
        return;
    }
    host().showStatus(
        m_kind == ToolKind::Cooling
            ? QCoreApplication::translate(
                  "PlanView", "A water link starts at what cools water, at a pump set or a CDU")
            : QCoreApplication::translate(
                  "PlanView", "A power link starts at a source, transformer, board, UPS or PDU"));
}

std::vector<ItemId> LinkTool::targetsAt(const Pointer& at) const {
    const auto id = host().itemAt(at.site);
    if (!id || !m_source || *id == *m_source) return {};
    const CatalogEntry* source = entryOf(*m_source);
    const auto fits = [&](ItemId one) {
        const CatalogEntry* entry = entryOf(one);
        return source != nullptr && entry != nullptr && one != *m_source &&
               canTake(m_kind, source->kind, *entry);
    };
    if (!fits(*id)) return {};
    const std::set<ItemId>& selected = host().selection().items();
    if (!selected.contains(*id)) return {*id};
    std::vector<ItemId> targets;
    std::copy_if(selected.begin(), selected.end(), std::back_inserter(targets), fits);
    return targets;
}

void LinkTool::showHover(const Pointer& at) {
    Overlay overlay;
    const auto id = host().itemAt(at.site);
    if (id && isSource(*id)) {
        const auto rect = siteRectOf(host().session().project(), host().session().catalog(), *id);
        if (rect) overlay.targets.push_back(*rect);
    }
    host().showOverlay(std::move(overlay));
}

void LinkTool::move(const Pointer& at) {
    if (!m_source) return showHover(at);
    const Project& project = host().session().project();
    const Catalog& catalog = host().session().catalog();
    const auto source = siteRectOf(project, catalog, *m_source);
    if (!source) return;
    Overlay overlay;
    for (const ItemId id : targetsAt(at)) {
        if (const auto rect = siteRectOf(project, catalog, id)) overlay.targets.push_back(*rect);
    }
    const LinkColor color = m_kind == ToolKind::PowerA   ? LinkColor::FeedA
                            : m_kind == ToolKind::PowerB ? LinkColor::FeedB
                                                         : LinkColor::Water;
    overlay.rubberLine = RubberLine{source->centre(), at.site, color, !overlay.targets.empty()};
    host().showOverlay(std::move(overlay));
}

edit::AnyEdit LinkTool::edit(ItemId target) const {
    if (m_kind == ToolKind::Cooling) return edit::ConnectCooling{*m_source, target};
    return edit::ConnectPower{*m_source, target, m_kind == ToolKind::PowerA ? Feed::A : Feed::B};
}

void LinkTool::release(const Pointer& at) {
    if (!m_source) return;
    const std::vector<ItemId> targets = targetsAt(at);
    const std::string key =
        "link " + std::to_string(m_source->value) + " " + std::to_string(++m_gesture);
    for (const ItemId target : targets) {
        // Of several, those that are linked already are passed over without a complaint.
        const bool isOne = targets.size() == 1;
        const bool isNew = edit::apply(host().session().project(), edit(target)).has_value();
        if (isOne || isNew) host().session().apply(edit(target), isOne ? std::string() : key);
    }
    cancel();
}

bool LinkTool::cancel() {
    const bool wasActive = m_source.has_value();
    m_source.reset();
    host().showOverlay({});
    host().showStatus(hint());
    return wasActive;
}

QString LinkTool::hint() const {
    switch (m_kind) {
        case ToolKind::PowerA:
            return QCoreApplication::translate(
                "PlanView", "Feed A: drag from a source to what it supplies · Esc: done");
        case ToolKind::PowerB:
            return QCoreApplication::translate(
                "PlanView", "Feed B: drag from a source to what it supplies · Esc: done");
        default:
            return QCoreApplication::translate("PlanView",
                                               "Water: drag from what cools it to a pump set, "
                                               "or from it to a cooler · Esc: done");
    }
}

}  // namespace

std::unique_ptr<Tool> makeLinkTool(ToolHost& host, ToolKind powerOrCooling) {
    return std::make_unique<LinkTool>(host, powerOrCooling);
}

}  // namespace halltwin::views::floorplan::tools
