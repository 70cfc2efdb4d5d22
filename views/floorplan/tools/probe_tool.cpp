// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/tools/tool.h"

#include <QCoreApplication>
#include <cmath>
#include <memory>
#include <optional>

namespace halltwin::views::floorplan::tools {
namespace {

constexpr double grabPixels = 12.0;

/// Puts a probe down with a click; drags one that is there; Del removes the last one touched.
class ProbeTool final : public Tool {
public:
    using Tool::Tool;

    void press(const Pointer& at) override;
    void move(const Pointer& at) override;
    void release(const Pointer& at) override;
    bool key(int key, Qt::KeyboardModifiers keys) override;
    bool cancel() override;

    [[nodiscard]] QString hint() const override {
        return QCoreApplication::translate(
            "PlanView", "Click to watch the air there · drag a probe to move it · Del: remove");
    }
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }

private:
    [[nodiscard]] std::optional<ProbeMark> markAt(const Point& site) const;

    std::optional<ProbeMark> m_held;  ///< as it was at the press
    std::optional<int> m_last;
    bool m_isDown = false;
};

std::optional<ProbeMark> ProbeTool::markAt(const Point& site) const {
    for (const ProbeMark& probe : host().marks().probes) {
        const double distance =
            std::hypot((probe.at.x - site.x).in(metres), (probe.at.y - site.y).in(metres));
        if (distance * host().pixelsPerMetre() <= grabPixels) return probe;
    }
    return std::nullopt;
}

void ProbeTool::press(const Pointer& at) {
    m_isDown = true;
    m_held = markAt(at.site);
    if (m_held) m_last = m_held->number;
}

void ProbeTool::move(const Pointer& at) {
    if (m_held) host().moveProbe(m_held->number, at.site);
}

void ProbeTool::release(const Pointer& at) {
    if (m_isDown && !m_held) {
        host().addProbe(at.site);
        if (!host().marks().probes.empty()) m_last = host().marks().probes.back().number;
    }
    m_isDown = false;
    m_held.reset();
}

bool ProbeTool::key(int key, Qt::KeyboardModifiers) {
    const bool removes = key == Qt::Key_Delete || key == Qt::Key_Backspace;
    if (!removes || !m_last) return false;
    host().removeProbe(*m_last);
    m_last.reset();
    return true;
}

bool ProbeTool::cancel() {
    const bool wasDown = m_isDown;
    if (m_held) host().moveProbe(m_held->number, m_held->at);
    m_held.reset();
    m_isDown = false;
    return wasDown;
}

}  // namespace

std::unique_ptr<Tool> makeProbeTool(ToolHost& host) {
    return std::make_unique<ProbeTool>(host);
}

}  // namespace halltwin::views::floorplan::tools
