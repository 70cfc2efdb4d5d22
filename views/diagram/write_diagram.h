// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "views/bridge/theme.h"
#include "views/diagram/content.h"

#include <QString>

namespace halltwin::views::diagram {

/// The single-line diagram of a solved project as it is without what-if, loads folded.
[[nodiscard]] Content contentOfResult(const power::ChainInput& chain,
                                      const power::ChainResult& solved, const Project& project,
                                      const Catalog& catalog);

/// Writes the diagram at full detail: vector graphics, one unit of the diagram a pixel of the SVG
/// and 1/96 inch of the PDF, whose one page is as large as the diagram (up to 5 m, then smaller to
/// scale). The ending of the path decides. Fails with Unsupported for another ending,
/// InvalidArgument for a diagram without symbols, and as writing files does.
[[nodiscard]] Result<void> writeDiagram(const Content& content, const QString& title,
                                        const bridge::Theme& theme, const QString& path);

}  // namespace halltwin::views::diagram
