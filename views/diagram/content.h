// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_layout.h"
#include "model/project/project.h"

#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <set>
#include <utility>
#include <vector>

namespace halltwin::views::diagram {

enum class SymbolState {
    Live,
    StandsBy,  ///< a generator or battery that nothing has woken
    Dark,      ///< no living cord leads to it
    Tripped,   ///< taken out by the user, or by its own protection after that
};

/// A symbol with its figures, ready to be drawn.
struct Symbol {
    std::vector<ItemId> items;
    ItemKind kind = ItemKind::Pdu;
    bool isLoad = false;
    QRectF box;
    QString title;
    QString figures;  ///< "412 kW · 41 %"
    SymbolState state = SymbolState::Live;
    double loading = 0.0;  ///< of an element
    Power power;           ///< output of an element, supply of a load
    Power loss;
    std::size_t darkItems = 0;
    bool isPlant = false;   ///< of the cooling loops: its own sign and colour
    bool isWarned = false;  ///< of the cooling loops: misses its set-point, or nothing cools it
    QStringList tip{};      ///< of the cooling loops: what the pointer tells below the title

    [[nodiscard]] ItemId key() const { return items.front(); }
    [[nodiscard]] bool isFolded() const { return items.size() > 1; }
};

/// A cord by its ends.
using CordEnds = std::pair<ItemId, ItemId>;

/// Cords between two symbols, or a pair of pipes: supply blue, return red.
struct Wire {
    QPolygonF path;
    QRectF bounds;
    Feed feed = Feed::A;
    bool isLiving = false;
    bool hasBreaker = false;
    double weight = 0.0;  ///< its power, as share of the largest, 0 … 1
    std::vector<CordEnds> cords;
    bool isPipes = false;
};

enum class NoteTone { Supply, Return, Plain };

/// Words beside the lines: what flows there.
struct Note {
    QPointF at;  ///< of its left end; of its right one for a supply
    QString text;
    NoteTone tone = NoteTone::Plain;
};

/// A single-line diagram, or one of cooling loops, with its figures. A value: drawing it needs
/// nothing else.
struct Content {
    std::vector<Symbol> symbols;
    std::vector<Wire> wires;
    std::vector<Note> notes;
    QRectF area;

    [[nodiscard]] const Symbol* at(const QPointF& point) const;
    [[nodiscard]] const Symbol* find(ItemId item) const;
};

/// What the figures are taken from. `solved` may be about a part of `chain` only: what it does not
/// name is dark.
struct ContentSource {
    const power::ChainInput& chain;
    const power::ChainResult& solved;
    const Project& project;
    const Catalog& catalog;
    std::set<ItemId> tripped;
};

[[nodiscard]] Content contentOf(const power::DiagramGraph& graph,
                                const power::DiagramLayout& layout, const ContentSource& source);

/// The kinds of loads, for the folding.
[[nodiscard]] power::LoadKind loadKinds(const Project& project, const Catalog& catalog);

}  // namespace halltwin::views::diagram
