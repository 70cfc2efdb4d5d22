// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <vector>

class QPainter;

namespace halltwin::views::report {

/// A sheet that is laid out and waits to be painted: how many there are is known before the first
/// is.
struct Page {
    QString title;  ///< of the heading; empty where the page sets its own
    QString subtitle;
    QString scale;  ///< "1 : 100"; empty where nothing is drawn to scale
    std::function<void(QPainter&)>
        paint;  ///< paints the body, in units of text.h from the page's corner
};

using Pages = std::vector<Page>;

}  // namespace halltwin::views::report
