// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/tray_meetings.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace halltwin::network {
namespace {

constexpr double parallelSine = 1e-3;
constexpr double parallelGapM = 0.05;

/// A tray in metres: its first point and its unit direction.
struct Line {
    double xM, yM, dx, dy, lengthM;
};

Line lineOf(const TrayRun& tray) {
    const double lengthM = tray.length.in(metres);
    return {tray.from.x.in(metres), tray.from.y.in(metres),
            (tray.to.x - tray.from.x).in(metres) / lengthM,
            (tray.to.y - tray.from.y).in(metres) / lengthM, lengthM};
}

struct Along {
    double a, b;
};

/// Where two lines that are not parallel cross, if within both.
std::optional<Along> crossing(const Line& a, const Line& b) {
    const double sine = a.dx * b.dy - a.dy * b.dx;
    if (std::abs(sine) < parallelSine) return std::nullopt;
    const double x = b.xM - a.xM;
    const double y = b.yM - a.yM;
    const Along at{(x * b.dy - y * b.dx) / sine, (x * a.dy - y * a.dx) / sine};
    const bool within = at.a >= 0.0 && at.a <= a.lengthM && at.b >= 0.0 && at.b <= b.lengthM;
    return within ? std::optional(at) : std::nullopt;
}

double touchGapM(const TrayRun& a, const TrayRun& b, const Line& lineA, const Line& lineB) {
    const double sine = lineA.dx * lineB.dy - lineA.dy * lineB.dx;
    if (std::abs(sine) < parallelSine) return parallelGapM;
    return std::max(parallelGapM, 0.5 * (a.width + b.width).in(metres));
}

/// Ends of one that touch the other, and the other way round; each place once.
std::vector<Along> touches(const TrayRun& a, const TrayRun& b, double gapM) {
    std::vector<Along> found;
    const auto note = [&](Along at) {
        for (const Along& known : found) {
            if (std::abs(known.a - at.a) <= gapM && std::abs(known.b - at.b) <= gapM) return;
        }
        found.push_back(at);
    };
    for (const bool atEnd : {false, true}) {
        const NearestPoint onB = nearestOn(b, atEnd ? a.to : a.from);
        if (onB.distance.in(metres) <= gapM)
            note({atEnd ? a.length.in(metres) : 0.0, onB.along.in(metres)});
        const NearestPoint onA = nearestOn(a, atEnd ? b.to : b.from);
        if (onA.distance.in(metres) <= gapM)
            note({onA.along.in(metres), atEnd ? b.length.in(metres) : 0.0});
    }
    return found;
}

bool boxesApart(const TrayRun& a, const TrayRun& b) {
    const Length gap = metres(parallelGapM) + (a.width + b.width) * 0.5;
    const auto apart = [&](Length a1, Length a2, Length b1, Length b2) {
        return std::min(a1, a2) > std::max(b1, b2) + gap ||
               std::min(b1, b2) > std::max(a1, a2) + gap;
    };
    return apart(a.from.x, a.to.x, b.from.x, b.to.x) || apart(a.from.y, a.to.y, b.from.y, b.to.y);
}

}  // namespace

NearestPoint nearestOn(const TrayRun& tray, Point point) {
    const Line line = lineOf(tray);
    const double x = point.x.in(metres)-line.xM;
    const double y = point.y.in(metres)-line.yM;
    const double alongM = std::clamp(x * line.dx + y * line.dy, 0.0, line.lengthM);
    const double nearX = alongM * line.dx;
    const double nearY = alongM * line.dy;
    return {{metres(line.xM + nearX), metres(line.yM + nearY)},
            metres(alongM),
            metres(std::hypot(x - nearX, y - nearY))};
}

std::vector<TrayMeeting> trayMeetings(const std::vector<TrayRun>& trays) {
    std::vector<TrayMeeting> meetings;
    for (TrayIndex a = 0; a < trays.size(); ++a) {
        for (TrayIndex b = a + 1; b < trays.size(); ++b) {
            if (boxesApart(trays[a], trays[b])) continue;
            const Line lineA = lineOf(trays[a]);
            const Line lineB = lineOf(trays[b]);
            if (const auto at = crossing(lineA, lineB)) {
                meetings.push_back({a, b, metres(at->a), metres(at->b)});
                continue;
            }
            const double gapM = touchGapM(trays[a], trays[b], lineA, lineB);
            for (const Along& at : touches(trays[a], trays[b], gapM))
                meetings.push_back({a, b, metres(at.a), metres(at.b)});
        }
    }
    return meetings;
}

}  // namespace halltwin::network
