// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/write_picture.h"

#include "model/core/file_io.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>

namespace halltwin::views::diagram {

namespace {

constexpr int unitsPerInch = 96;
constexpr double pointsPerUnit = 72.0 / unitsPerInch;
constexpr double largestPagePoints = 14400.0;  ///< what readers of PDF have to manage

Result<void> writeBytes(const QString& path, const QByteArray& bytes) {
    return writeFileAtomically(path.toStdString(),
                               {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QByteArray svgOf(const Picture& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(unitsPerInch);
    generator.setTitle(picture.title);
    generator.setSize(picture.size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), picture.size));
    QPainter painter(&generator);
    picture.paint(painter);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const Picture& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const double longest = std::max(picture.size.width(), picture.size.height()) * pointsPerUnit;
    const double scale = std::min(1.0, largestPagePoints / longest);
    QPdfWriter writer(&buffer);
    writer.setResolution(unitsPerInch);
    writer.setTitle(picture.title);
    writer.setPageSize(QPageSize(picture.size * pointsPerUnit * scale, QPageSize::Point, QString(),
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    painter.scale(scale, scale);
    picture.paint(painter);
    painter.end();
    return bytes;
}

}  // namespace

Result<void> writePicture(const Picture& picture, const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("svg")) return writeBytes(path, svgOf(picture));
    if (ending == QLatin1String("pdf")) return writeBytes(path, pdfOf(picture));
    return fail(ErrorCode::Unsupported, "a diagram is written as SVG or PDF", path.toStdString(),
                "let the name end in .svg or .pdf");
}

}  // namespace halltwin::views::diagram
