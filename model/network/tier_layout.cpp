// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/tier_diagram.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halltwin::network {
namespace {

struct Size {
    double width = 0.0;
    double height = 0.0;
};
constexpr Size foldedSize{132.0, 84.0};
constexpr Size rackSize{92.0, 66.0};
constexpr Size deviceSize{96.0, 62.0};

constexpr double sideGap = 18.0;  ///< between boxes of a row
constexpr double rowGap = 22.0;   ///< between rows of one tier
constexpr double framePad = 12.0;
constexpr double columnGap = 14.0;
constexpr double margin = 40.0;
constexpr std::size_t longestRow = 16;
constexpr double widestSpread = 300.0;  ///< from one top switch to the next
constexpr double widestColumn = 460.0;  ///< that a narrow one grows to below many top switches
constexpr double aspect = 0.46;         ///< height of the picture to its width
constexpr double leastTierGap = 130.0;
constexpr double mostTierGap = 560.0;
constexpr double arcShare = 0.2;  ///< height of an arc / its width
constexpr double leastArc = 26.0;
constexpr double mostArc = 420.0;

constexpr std::size_t tierCount = 8;

Size sizeOf(const DiagramNode& node, const DeviceGroups& groups) {
    if (!node.isFolded || node.count == 1) return deviceSize;
    const GroupKey& key = groups.groups[node.group].key;
    return key.kind == GroupKind::Racks && !key.isBlock() ? rackSize : foldedSize;
}

/// Racks, lines and switches without a pod stand in rows of the group around; other groups are
/// columns.
bool isColumn(GroupKind kind) {
    return kind != GroupKind::Racks && kind != GroupKind::Lines && kind != GroupKind::Switches;
}

/// Nodes of one tier in one column, in rows.
struct Rows {
    std::vector<std::uint32_t> nodes;
    std::vector<std::size_t> rowOf;  ///< by node of the list
    std::size_t perRow = 1;          ///< of the longest
    std::size_t count = 0;
    Size cell;
};

struct Column {
    std::array<Rows, tierCount> tiers;
    double width = 0.0;
    double x = 0.0;
    std::vector<GroupIndex> children;
    bool isShown = false;
};

class Placing {
public:
    Placing(TierDiagram& diagram, const DeviceGroups& groups)
        : m_diagram(diagram),
          m_groups(groups),
          m_columns(groups.groups.size()) {}

    void place() {
        if (m_diagram.nodes.empty()) return;
        gather();
        measure();
        spreadColumns();
        placeTierRows();
        makeFrames();
        bendEdges();
        findArea();
    }

private:
    [[nodiscard]] GroupIndex columnOf(GroupIndex group) const {
        while (group != 0 && !isColumn(m_groups.groups[group].key.kind))
            group = m_groups.groups[group].parent;
        return group;
    }

    void gather() {
        for (std::uint32_t n = 0; n < m_diagram.nodes.size(); ++n) {
            DiagramNode& node = m_diagram.nodes[n];
            const GroupIndex column = columnOf(node.group);
            Rows& rows = m_columns[column].tiers[std::min<std::size_t>(node.tier, tierCount - 1)];
            rows.nodes.push_back(n);
            const Size size = sizeOf(node, m_groups);
            rows.cell = {std::max(rows.cell.width, size.width),
                         std::max(rows.cell.height, size.height)};
            m_columns[column].isShown = true;
        }
        for (GroupIndex g = static_cast<GroupIndex>(m_columns.size()); g-- > 1;) {
            if (!m_columns[g].isShown) continue;
            m_columns[m_groups.groups[g].parent].isShown = true;
            m_columns[m_groups.groups[g].parent].children.push_back(g);
        }
        for (Column& column : m_columns)
            std::ranges::reverse(column.children);
    }

    [[nodiscard]] std::size_t rowLength(const Rows& rows) const {
        const std::size_t count = rows.nodes.size();
        const DiagramNode& first = m_diagram.nodes[rows.nodes.front()];
        const bool isPlane = m_groups.lineLength > 0 && !first.isFolded &&
                             m_groups.groups[first.group].key.kind == GroupKind::Planes;
        if (isPlane) return static_cast<std::size_t>(m_groups.lineLength);
        if (m_groups.groups[first.group].key.kind == GroupKind::Lines)
            return static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count))));
        const std::size_t lines = (count + longestRow - 1) / longestRow;
        return (count + lines - 1) / lines;
    }

    /// A line of a torus that is open has a row to itself; then all others have, too.
    [[nodiscard]] bool hasOpenLine(const Rows& rows) const {
        return std::ranges::any_of(rows.nodes, [&](std::uint32_t n) {
            const DiagramNode& node = m_diagram.nodes[n];
            return !node.isFolded && m_groups.groups[node.group].key.kind == GroupKind::Lines;
        });
    }

    void fillRows(Rows& rows) const {
        const bool byLine = hasOpenLine(rows);
        std::size_t inRow = 0;
        std::size_t longest = 0;
        for (std::size_t i = 0; i < rows.nodes.size(); ++i) {
            const bool isNewLine = i > 0 && m_diagram.nodes[rows.nodes[i]].group !=
                                                m_diagram.nodes[rows.nodes[i - 1]].group;
            if (byLine ? isNewLine : inRow == rows.perRow) inRow = 0;
            if (inRow++ == 0) ++rows.count;
            longest = std::max(longest, inRow);
            rows.rowOf.push_back(rows.count - 1);
        }
        rows.perRow = longest;
    }

    static double widthOf(const Rows& rows) {
        const auto count = static_cast<double>(rows.perRow);
        return count * rows.cell.width + (count - 1.0) * sideGap;
    }

    /// From the innermost column out.
    void measure() {
        for (std::size_t g = m_columns.size(); g-- > 0;) {
            Column& column = m_columns[g];
            if (!column.isShown) continue;
            double children = 0.0;
            for (const GroupIndex child : column.children)
                children += m_columns[child].width;
            column.width = children;
            for (Rows& rows : column.tiers) {
                if (rows.nodes.empty()) continue;
                rows.perRow = rowLength(rows);
                if (g == 0) rows.perRow = std::max(rows.perRow, fitting(rows, children));
                fillRows(rows);
                column.width = std::max(column.width, widthOf(rows));
            }
            column.width += columnGap + (m_diagram.isOpen[g] != 0 ? 2.0 * framePad : 0.0);
        }
    }

    static std::size_t fitting(const Rows& rows, double width) {
        const auto most = static_cast<std::size_t>(width / (rows.cell.width + sideGap));
        return std::min(rows.nodes.size(), std::max<std::size_t>(most, 1));
    }

    /// From the outermost column in; children share the room of their parent.
    void spreadColumns() {
        for (Column& column : m_columns) {
            if (!column.isShown || column.children.empty()) continue;
            double width = 0.0;
            for (const GroupIndex child : column.children)
                width += m_columns[child].width;
            const double spare =
                (column.width - width) / static_cast<double>(column.children.size());
            width = 0.0;
            for (const GroupIndex child : column.children) {
                double& own = m_columns[child].width;
                own = std::max(own, std::min(own + spare, widestColumn));
                width += own;
            }
            double x = column.x + 0.5 * (column.width - width);
            for (const GroupIndex child : column.children) {
                m_columns[child].x = x;
                x += m_columns[child].width;
            }
        }
    }

    void placeTierRows() {
        std::array<double, tierCount> heights{};
        double all = 0.0;
        int tiers = 0;
        for (std::size_t t = 0; t < tierCount; ++t) {
            for (const Column& column : m_columns)
                heights[t] = std::max(heights[t], heightOf(column.tiers[t]));
            all += heights[t];
            tiers += heights[t] > 0.0 ? 1 : 0;
        }
        const double gaps = std::max(1, tiers - 1);
        const double gap =
            std::clamp((aspect * m_columns[0].width - all) / gaps, leastTierGap, mostTierGap);
        double y = 0.0;
        for (std::size_t t = tierCount; t-- > 0;) {
            if (heights[t] <= 0.0) continue;
            for (GroupIndex g = 0; g < m_columns.size(); ++g)
                placeRows(m_columns[g], g, t, y);
            y += heights[t] + gap;
        }
    }

    static double heightOf(const Rows& rows) {
        if (rows.nodes.empty()) return 0.0;
        const auto lines = static_cast<double>(rows.count);
        return lines * rows.cell.height + (lines - 1.0) * rowGap;
    }

    void placeRows(const Column& column, GroupIndex group, std::size_t tier, double y) {
        const Rows& rows = column.tiers[tier];
        if (rows.nodes.empty()) return;
        double pitch = rows.cell.width + sideGap;
        // Few switches at the top stand over all of the fabric.
        if (group == 0)
            pitch =
                std::clamp(column.width / static_cast<double>(rows.perRow), pitch, widestSpread);
        const double middle = column.x + 0.5 * column.width;
        for (std::size_t first = 0, end = 0; first < rows.nodes.size(); first = end) {
            while (end < rows.nodes.size() && rows.rowOf[end] == rows.rowOf[first])
                ++end;
            const bool keepsPlaces = m_groups.lineLength > 0;
            const auto length = static_cast<double>(keepsPlaces ? rows.perRow : end - first);
            const double line =
                y + static_cast<double>(rows.rowOf[first]) * (rows.cell.height + rowGap);
            for (std::size_t i = first; i < end; ++i) {
                DiagramNode& node = m_diagram.nodes[rows.nodes[i]];
                const Size size = sizeOf(node, m_groups);
                const double centre =
                    middle + pitch * (static_cast<double>(i - first) + 0.5 - 0.5 * length);
                node.box = {centre - 0.5 * size.width,
                            line + 0.5 * (rows.cell.height - size.height), size.width, size.height};
            }
        }
    }

    /// Around the nodes of each open column but the whole fabric, the inner ones first.
    void makeFrames() {
        std::vector<DrawingBox> boxes(m_columns.size());
        for (const DiagramNode& node : m_diagram.nodes)
            boxes[columnOf(node.group)].include(node.box);
        for (GroupIndex g = static_cast<GroupIndex>(m_columns.size()); g-- > 1;) {
            if (boxes[g].isEmpty() || !isColumn(m_groups.groups[g].key.kind)) continue;
            DrawingBox& box = boxes[g];
            if (m_diagram.isOpen[g] != 0) {
                box = {box.x - framePad, box.y - frameTitle - 4.0, box.width + 2.0 * framePad,
                       box.height + frameTitle + 4.0 + framePad};
                m_diagram.frames.push_back({g, box});
            }
            boxes[m_groups.groups[g].parent].include(box);
        }
        std::ranges::reverse(m_diagram.frames);
    }

    /// A straight line joins neighbours of a tier, and what stands in unlike rows.
    void bendEdges() {
        for (DiagramEdge& edge : m_diagram.edges) {
            const DrawingBox& a = m_diagram.nodes[edge.a].box;
            const DrawingBox& b = m_diagram.nodes[edge.b].box;
            if (m_diagram.nodes[edge.a].tier != m_diagram.nodes[edge.b].tier) continue;
            const double apart = std::abs(a.middle() - b.middle());
            const double room = apart - 0.5 * (a.width + b.width);
            const bool areBeside = std::abs(a.y - b.y) < 1.0;
            const bool areAbove = apart < 1.0 && std::abs(a.y - b.y) < a.height + rowGap + 1.0;
            const bool areNear = areBeside && room < 2.0 * (columnGap + framePad) + sideGap;
            if (areNear || areAbove) continue;
            edge.bend =
                std::clamp(arcShare * std::max(apart, std::abs(a.y - b.y)), leastArc, mostArc);
        }
    }

    void findArea() {
        DrawingBox& area = m_diagram.area;
        for (const DiagramNode& node : m_diagram.nodes)
            area.include(node.box);
        for (const DiagramFrame& frame : m_diagram.frames)
            area.include(frame.box);
        double top = area.y;
        for (const DiagramEdge& edge : m_diagram.edges) {
            if (edge.bend <= 0.0) continue;
            top = std::min({top, m_diagram.nodes[edge.a].box.y - edge.bend,
                            m_diagram.nodes[edge.b].box.y - edge.bend});
        }
        area = {area.x - margin, top - margin, area.width + 2.0 * margin,
                area.bottom() - top + 2.0 * margin};
    }

    TierDiagram& m_diagram;
    const DeviceGroups& m_groups;
    std::vector<Column> m_columns;
};

}  // namespace

void placeTiers(TierDiagram& diagram, const DeviceGroups& groups) {
    Placing(diagram, groups).place();
}

}  // namespace halltwin::network
