// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/loop_content.h"

#include "model/project/connections.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/diagram/loop_figures.h"
#include "views/diagram/loop_graph.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

namespace halltwin::views::diagram {

namespace {

constexpr double margin = 40.0;
constexpr double noteDown = 13.0;  ///< baseline below the foot of a symbol
constexpr double noteAside = 7.0;  ///< from the middle of its pipes

QString tr(const char* text) {
    return QCoreApplication::translate("LoopDiagram", text);
}

/// Puts figures on the symbols and water into the lines of a graph.
class Filling {
public:
    explicit Filling(const LoopSource& source) : m_source(source), m_figures(source) {
        for (const twin::PipeAnswer& pipe : source.piping.pipes)
            m_largest = std::max(m_largest, pipe.pair.flow);
    }

    [[nodiscard]] Symbol symbolOf(const power::DiagramNode& node) const {
        Symbol symbol;
        symbol.items = node.items;
        symbol.kind = node.kind;
        symbol.isLoad = node.isLoad;
        symbol.isPlant = true;
        symbol.title = titleOf(node);
        m_figures.fill(symbol);
        return symbol;
    }

    [[nodiscard]] Wire wireOf(const power::DiagramEdge& edge,
                              const std::vector<power::DiagramPoint>& route) const {
        Wire wire;
        for (const power::DiagramPoint& point : route)
            wire.path << QPointF(point.x, point.y);
        wire.bounds = wire.path.boundingRect().adjusted(-5, -5, 5, 5);
        wire.isPipes = true;
        VolumeFlow flow;
        for (const std::size_t link : edge.links) {
            const twin::PipeAnswer& pipe = m_source.piping.pipes[link];
            wire.cords.emplace_back(pipe.from, pipe.to);
            wire.isLiving = wire.isLiving || pipe.pair.flow.si() > 0.0;
            flow += pipe.pair.flow;
        }
        if (m_largest.si() > 0.0) wire.weight = std::min(1.0, flow / m_largest);
        return wire;
    }

    /// Temperatures of what a symbol sends down and gets back.
    static void addNotes(const twin::PipeAnswer& pipe, const power::DiagramPoint& exit,
                         std::vector<Note>& notes) {
        const QPointF foot(exit.x, exit.y + noteDown);
        notes.push_back({foot - QPointF(noteAside, 0.0),
                         bridge::formatTemperature(pipe.pair.supply), NoteTone::Supply});
        notes.push_back({foot + QPointF(noteAside, 0.0),
                         bridge::formatTemperature(pipe.pair.returning), NoteTone::Return});
    }

private:
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

    const LoopSource& m_source;
    LoopFigures m_figures;
    VolumeFlow m_largest;
};

/// The first pipe of an edge that water flows in, else the first.
const twin::PipeAnswer& pipeOf(const power::DiagramEdge& edge, const twin::Piping& piping) {
    const auto found = std::find_if(edge.links.begin(), edge.links.end(),
                                    [&](std::size_t link) { return piping.pipes[link].hasWater; });
    return piping.pipes[found == edge.links.end() ? edge.links.front() : *found];
}

}  // namespace

QString loopModeName(cooling::LoopMode mode) {
    switch (mode) {
        case cooling::LoopMode::Idle: return tr("idle");
        case cooling::LoopMode::Free: return tr("free cooling");
        case cooling::LoopMode::Mixed: return tr("mixed");
        case cooling::LoopMode::Mechanical: return tr("by chillers");
    }
    return {};
}

bool hallsHold(const cooling::PlantResult& plant) {
    return std::all_of(plant.loops.begin(), plant.loops.end(), [](const auto& loop) {
        return loop.rejects || (loop.holdsWanted && loop.unmet.si() <= 0.0);
    });
}

QString formatWaterFlow(VolumeFlow flow) {
    const double perSecond = flow.in(litresPerSecond);
    return bridge::formatWithUnit(perSecond, perSecond < 10.0 ? 2 : 1, QStringLiteral("L/s"));
}

Content loopContentOf(const power::DiagramGraph& graph, const power::DiagramLayout& layout,
                      const LoopSource& source) {
    const power::DiagramSizes sizes = loopSizes();
    const Filling filling(source);
    Content content;
    content.symbols.reserve(graph.nodes.size());
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        Symbol& symbol = content.symbols.emplace_back(filling.symbolOf(graph.nodes[node]));
        symbol.box = QRectF(layout.centres[node].x - 0.5 * sizes.nodeWidth,
                            layout.centres[node].y - 0.5 * sizes.nodeHeight, sizes.nodeWidth,
                            sizes.nodeHeight);
    }
    std::size_t noted = graph.nodes.size();
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
        const power::DiagramEdge& each = graph.edges[edge];
        content.wires.push_back(filling.wireOf(each, layout.routes[edge]));
        const twin::PipeAnswer& pipe = pipeOf(each, source.piping);
        if (each.from == noted || !pipe.hasWater) continue;
        noted = each.from;  // edges come sorted by where they begin
        Filling::addNotes(pipe, layout.routes[edge].front(), content.notes);
    }
    content.area =
        QRectF(0.0, 0.0, layout.width, layout.height).adjusted(-margin, -margin, margin, margin);
    return content;
}

Content loopContentOfResult(const Project& project, const Catalog& catalog,
                            const twin::TwinResult& result) {
    const auto graph = loopGraph(project, catalog);
    const twin::Piping piping = twin::pipingOf(project, catalog, result);
    return loopContentOf(graph, power::layOut(graph, loopSizes()),
                         {project, catalog, result, piping});
}

}  // namespace halltwin::views::diagram
