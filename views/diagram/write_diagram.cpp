// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/write_diagram.h"

#include "views/diagram/paint_diagram.h"
#include "views/diagram/write_picture.h"

#include <QPainter>

namespace halltwin::views::diagram {

namespace {

constexpr double titleRoom = 36.0;

QRectF pageOf(const Content& content) {
    return content.area.adjusted(0.0, -titleRoom, 0.0, 0.0);
}

/// The page from its upper left corner, in units of the diagram.
void paintPage(QPainter& painter, const Content& content, const QString& title,
               const bridge::Theme& theme) {
    const QRectF page = pageOf(content);
    painter.fillRect(QRectF(QPointF(0, 0), page.size()), theme.colors().planPaper);
    painter.translate(-page.topLeft());
    painter.setPen(theme.colors().text);
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Heading));
    painter.drawText(QPointF(content.area.left() + 40.0, content.area.top() + 4.0), title);
    const Highlight none;
    paintDiagram(painter, content, {theme, none, content.area, 1.0});
}

}  // namespace

Content contentOfResult(const power::ChainInput& chain, const power::ChainResult& solved,
                        const Project& project, const Catalog& catalog) {
    const auto graph = power::diagramGraph(chain, loadKinds(project, catalog));
    return contentOf(graph, power::layOut(graph), {chain, solved, project, catalog, {}});
}

Result<void> writeDiagram(const Content& content, const QString& title, const bridge::Theme& theme,
                          const QString& path) {
    if (content.symbols.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "nothing to draw: there is no power equipment and no water", path.toStdString(),
                    "place equipment and connect it");
    }
    return writePicture({title, pageOf(content).size(),
                         [&](QPainter& painter) { paintPage(painter, content, title, theme); }},
                        path);
}

}  // namespace halltwin::views::diagram
