// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <map>
#include <string>

namespace halltwin::benchmarks {

/// Processor time that the calling thread has used so far.
[[nodiscard]] double threadCpuMs();

/// What one kind of work cost the GUI thread.
struct GuiCost {
    double longestMs = 0.0;     ///< one delivery, by the clock on the wall
    double longestCpuMs = 0.0;  ///< one delivery, in processor time of the GUI thread
    double totalCpuMs = 0.0;
    int times = 0;
};

/// An application that notes how long each event takes it. Work that an event starts counts for
/// that event as well: the repaint of the window holds those of its widgets.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    /// From here on costs are noted; those noted before are dropped.
    void startNoting();
    /// By "Class(objectName) eventType"; events delivered by the event loop itself begin with "> ".
    [[nodiscard]] const std::map<std::string, GuiCost>& costs() const { return m_costs; }
    /// Costliest delivery of all whose name holds `part`.
    [[nodiscard]] GuiCost costOf(const std::string& part) const;

    bool notify(QObject* receiver, QEvent* event) override;

private:
    std::map<std::string, GuiCost> m_costs;
    int m_depth = 0;
    bool m_noting = false;
};

}  // namespace halltwin::benchmarks
