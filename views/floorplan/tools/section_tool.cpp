// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/tools/axis_line.h"
#include "views/floorplan/tools/tool.h"

#include <QCoreApplication>
#include <QLineF>
#include <cmath>
#include <memory>
#include <optional>

namespace halltwin::views::floorplan::tools {
namespace {

constexpr double grabPixels = 12.0;
constexpr double leastPixels = 6.0;  ///< a shorter drag draws nothing

/// Draws the line of an upright section, or moves the one that is there by an end or as a whole.
/// The line lies along an axis when it nearly does; Alt leaves it free, Shift holds it to the axis.
class SectionTool final : public Tool {
public:
    using Tool::Tool;

    void press(const Pointer& at) override;
    void move(const Pointer& at) override;
    void release(const Pointer& at) override;
    bool key(int key, Qt::KeyboardModifiers keys) override;
    bool cancel() override;

    [[nodiscard]] QString hint() const override {
        return QCoreApplication::translate(
            "PlanView", "Drag a line to cut a section · drag its ends to move it · Del: remove");
    }
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }

private:
    enum class Part { New, From, To, Whole };

    [[nodiscard]] Part partAt(const Point& site) const;
    [[nodiscard]] double pixels(const Point& a, const Point& b) const;

    std::optional<SectionMark> m_before;  ///< what was there at the press
    std::optional<Part> m_part;           ///< while the button is held
    Point m_start;
};

double SectionTool::pixels(const Point& a, const Point& b) const {
    return std::hypot((b.x - a.x).in(metres), (b.y - a.y).in(metres)) * host().pixelsPerMetre();
}

SectionTool::Part SectionTool::partAt(const Point& site) const {
    const auto& section = host().marks().section;
    if (!section) return Part::New;
    if (pixels(site, section->from) <= grabPixels) return Part::From;
    if (pixels(site, section->to) <= grabPixels) return Part::To;
    const auto plain = [](const Point& p) { return QPointF(p.x.in(metres), p.y.in(metres)); };
    const QPointF from = plain(section->from);
    const QPointF way = plain(section->to) - from;
    const double square = QPointF::dotProduct(way, way);
    const double share = QPointF::dotProduct(plain(site) - from, way) / square;
    if (share < 0.0 || share > 1.0) return Part::New;
    const double distance = QLineF(plain(site), from + way * share).length();
    return distance * host().pixelsPerMetre() <= grabPixels ? Part::Whole : Part::New;
}

void SectionTool::press(const Pointer& at) {
    m_before = host().marks().section;
    m_part = partAt(at.site);
    m_start = at.site;
}

void SectionTool::move(const Pointer& at) {
    if (!m_part) return;
    SectionMark section = m_before.value_or(SectionMark{m_start, m_start});
    switch (*m_part) {
        case Part::New:
            if (pixels(m_start, at.site) < leastPixels) return;
            section = {m_start, alongAxis(m_start, at.site, at.keys)};
            break;
        case Part::From: section.from = alongAxis(section.to, at.site, at.keys); break;
        case Part::To: section.to = alongAxis(section.from, at.site, at.keys); break;
        case Part::Whole: {
            const Length dx = at.site.x - m_start.x;
            const Length dy = at.site.y - m_start.y;
            section = {{section.from.x + dx, section.from.y + dy},
                       {section.to.x + dx, section.to.y + dy}};
            break;
        }
    }
    if (pixels(section.from, section.to) < leastPixels) return;
    host().setSection(section);
}

void SectionTool::release(const Pointer& at) {
    move(at);
    m_part.reset();
}

bool SectionTool::key(int key, Qt::KeyboardModifiers) {
    const bool removes = key == Qt::Key_Delete || key == Qt::Key_Backspace;
    if (!removes || !host().marks().section) return false;
    host().setSection(std::nullopt);
    return true;
}

bool SectionTool::cancel() {
    if (!m_part) return false;
    m_part.reset();
    host().setSection(m_before);
    return true;
}

}  // namespace

std::unique_ptr<Tool> makeSectionTool(ToolHost& host) {
    return std::make_unique<SectionTool>(host);
}

}  // namespace halltwin::views::floorplan::tools
