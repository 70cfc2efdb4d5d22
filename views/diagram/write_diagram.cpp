// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/write_diagram.h"

#include "model/core/file_io.h"
#include "views/diagram/paint_diagram.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>

namespace halltwin::views::diagram {

namespace {

constexpr double titleRoom = 36.0;
constexpr int unitsPerInch = 96;
constexpr double pointsPerUnit = 72.0 / unitsPerInch;
constexpr double largestPagePoints = 14400.0;  ///< what readers of PDF have to manage

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

Result<void> writeBytes(const QString& path, const QByteArray& bytes) {
    return writeFileAtomically(path.toStdString(),
                               {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QByteArray svgOf(const Content& content, const QString& title, const bridge::Theme& theme) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(unitsPerInch);
    generator.setTitle(title);
    const QSizeF size = pageOf(content).size();
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    QPainter painter(&generator);
    paintPage(painter, content, title, theme);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const Content& content, const QString& title, const bridge::Theme& theme) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QSizeF units = pageOf(content).size();
    const double longest = std::max(units.width(), units.height()) * pointsPerUnit;
    const double scale = std::min(1.0, largestPagePoints / longest);
    QPdfWriter writer(&buffer);
    writer.setResolution(unitsPerInch);
    writer.setTitle(title);
    writer.setPageSize(QPageSize(units * pointsPerUnit * scale, QPageSize::Point, QString(),
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    painter.scale(scale, scale);
    paintPage(painter, content, title, theme);
    painter.end();
    return bytes;
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
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("svg")) return writeBytes(path, svgOf(content, title, theme));
    if (ending == QLatin1String("pdf")) return writeBytes(path, pdfOf(content, title, theme));
    return fail(ErrorCode::Unsupported, "a diagram is written as SVG or PDF", path.toStdString(),
                "let the name end in .svg or .pdf");
}

}  // namespace halltwin::views::diagram
