// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/content.h"

#include "model/project/connections.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"

#include <QCoreApplication>
#include <algorithm>
#include <unordered_map>

namespace halltwin::views::diagram {

namespace {

constexpr double margin = 40.0;

QString tr(const char* text) {
    return QCoreApplication::translate("Diagram", text);
}

/// Gives nothing until a failure wakes it.
bool isStandby(ItemKind kind) {
    return kind == ItemKind::Generator || kind == ItemKind::Battery;
}

/// Puts figures on the symbols of a graph.
class Filling {
public:
    explicit Filling(const ContentSource& source) : m_source(source) {
        for (const auto& element : source.solved.elements)
            m_elements.emplace(element.id, &element);
        for (const auto& load : source.solved.loads)
            m_loads.emplace(load.id, &load);
        std::set<ItemId> standby;
        for (const auto& element : source.chain.elements) {
            if (isStandby(element.kind)) standby.insert(element.id);
        }
        for (const auto& link : source.solved.links) {
            Cord& cord = m_cords[{link.from, link.to}];
            const bool rests = standby.contains(link.from) && link.power.si() <= 0.0;
            cord.isLiving = cord.isLiving || (link.living && !rests);
            cord.power += link.power;
            m_largest = std::max(m_largest, link.power);
        }
    }

    [[nodiscard]] Symbol symbolOf(const power::DiagramNode& node) const {
        Symbol symbol;
        symbol.items = node.items;
        symbol.kind = node.kind;
        symbol.isLoad = node.isLoad;
        symbol.title = titleOf(node);
        if (node.isLoad) {
            fillLoad(symbol);
        } else {
            fillElement(symbol);
        }
        return symbol;
    }

    [[nodiscard]] Wire wireOf(const power::DiagramEdge& edge,
                              const std::vector<power::DiagramPoint>& route) const {
        Wire wire;
        for (const power::DiagramPoint& point : route)
            wire.path << QPointF(point.x, point.y);
        wire.bounds = wire.path.boundingRect().adjusted(-3, -3, 3, 3);
        wire.feed = edge.feed;
        Power power;
        for (const std::size_t link : edge.links) {
            const power::Link& each = m_source.chain.links[link];
            wire.hasBreaker = wire.hasBreaker || each.breaker.si() > 0.0;
            wire.cords.emplace_back(each.from, each.to);
            const auto cord = m_cords.find(wire.cords.back());
            if (cord == m_cords.end()) continue;
            wire.isLiving = wire.isLiving || cord->second.isLiving;
            power += cord->second.power;
        }
        if (m_largest.si() > 0.0) wire.weight = std::min(1.0, power / m_largest);
        return wire;
    }

private:
    struct EndsHash {
        std::size_t operator()(const CordEnds& ends) const noexcept {
            return std::hash<ItemId>{}(ends.first) * 1000003U ^ std::hash<ItemId>{}(ends.second);
        }
    };
    struct Cord {
        bool isLiving = false;
        Power power;
    };

    [[nodiscard]] QString titleOf(const power::DiagramNode& node) const {
        if (node.isFolded()) {
            return QStringLiteral("%1 × %2")
                .arg(node.items.size())
                .arg(bridge::kindName(node.kind));
        }
        const Item* item = m_source.project.items.find(node.key());
        if (item == nullptr) return bridge::kindName(node.kind);
        return bridge::itemTitle(*item, m_source.catalog);
    }

    void fillLoad(Symbol& symbol) const {
        for (const ItemId item : symbol.items) {
            const auto load = m_loads.find(item);
            const bool isDark = load == m_loads.end() || (load->second->demand.si() > 0.0 &&
                                                          load->second->supplied.si() <= 0.0);
            if (isDark) {
                ++symbol.darkItems;
            } else {
                symbol.power += load->second->supplied;
            }
        }
        if (symbol.darkItems == symbol.items.size()) {
            symbol.state = SymbolState::Dark;
            symbol.figures = tr("dark");
        } else if (symbol.darkItems > 0) {
            symbol.figures = QStringLiteral("%1 · %2").arg(bridge::formatPower(symbol.power),
                                                           tr("%1 dark").arg(symbol.darkItems));
        } else {
            symbol.figures = bridge::formatPower(symbol.power);
        }
    }

    void fillElement(Symbol& symbol) const {
        const auto found = m_elements.find(symbol.key());
        const bool isLive = found != m_elements.end() && found->second->energised;
        const bool rests = isStandby(symbol.kind) && (!isLive || found->second->output.si() <= 0.0);
        if (m_source.tripped.contains(symbol.key())) {
            symbol.state = SymbolState::Tripped;
            symbol.figures = tr("tripped");
        } else if (rests) {
            symbol.state = SymbolState::StandsBy;
            symbol.figures = tr("stands by");
        } else if (!isLive) {
            symbol.state = SymbolState::Dark;
            symbol.figures = tr("dark");
        } else {
            symbol.loading = found->second->loading;
            symbol.power = found->second->output;
            symbol.loss = found->second->loss;
            symbol.figures = QStringLiteral("%1 · %2").arg(
                bridge::formatPower(symbol.power),
                bridge::formatWithUnit(100.0 * symbol.loading, 0, QStringLiteral("%")));
        }
    }

    const ContentSource& m_source;
    std::unordered_map<ItemId, const power::ElementResult*> m_elements;
    std::unordered_map<ItemId, const power::LoadResult*> m_loads;
    std::unordered_map<CordEnds, Cord, EndsHash> m_cords;
    Power m_largest;
};

}  // namespace

const Symbol* Content::at(const QPointF& point) const {
    const auto found = std::find_if(symbols.begin(), symbols.end(), [&](const Symbol& symbol) {
        return symbol.box.contains(point);
    });
    return found == symbols.end() ? nullptr : &*found;
}

const Symbol* Content::find(ItemId item) const {
    const auto found = std::find_if(symbols.begin(), symbols.end(), [&](const Symbol& symbol) {
        return std::find(symbol.items.begin(), symbol.items.end(), item) != symbol.items.end();
    });
    return found == symbols.end() ? nullptr : &*found;
}

Content contentOf(const power::DiagramGraph& graph, const power::DiagramLayout& layout,
                  const ContentSource& source) {
    const power::DiagramSizes sizes;
    const Filling filling(source);
    Content content;
    content.symbols.reserve(graph.nodes.size());
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        Symbol& symbol = content.symbols.emplace_back(filling.symbolOf(graph.nodes[node]));
        symbol.box = QRectF(layout.centres[node].x - 0.5 * sizes.nodeWidth,
                            layout.centres[node].y - 0.5 * sizes.nodeHeight, sizes.nodeWidth,
                            sizes.nodeHeight);
    }
    content.wires.reserve(graph.edges.size());
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge)
        content.wires.push_back(filling.wireOf(graph.edges[edge], layout.routes[edge]));
    content.area =
        QRectF(0.0, 0.0, layout.width, layout.height).adjusted(-margin, -margin, margin, margin);
    return content;
}

power::LoadKind loadKinds(const Project& project, const Catalog& catalog) {
    return [&project, &catalog](ItemId id) {
        const Item* item = project.items.find(id);
        const CatalogEntry* entry = item == nullptr ? nullptr : catalog.find(item->catalogKey);
        return entry == nullptr ? ItemKind::Rack : entry->kind;
    };
}

}  // namespace halltwin::views::diagram
