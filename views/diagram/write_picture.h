// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <QSizeF>
#include <QString>
#include <functional>

class QPainter;

namespace halltwin::views::diagram {

/// A drawing that goes to a file. `paint` draws from the upper left corner, in units of a pixel.
struct Picture {
    QString title;
    QSizeF size;
    std::function<void(QPainter&)> paint;
};

/// Writes vector graphics, one unit a pixel of the SVG and 1/96 inch of the PDF, whose one page is
/// as large as the drawing (up to 5 m, then smaller to scale). The ending of the path decides.
/// Fails with Unsupported for another ending, and as writing files does.
[[nodiscard]] Result<void> writePicture(const Picture& picture, const QString& path);

}  // namespace halltwin::views::diagram
