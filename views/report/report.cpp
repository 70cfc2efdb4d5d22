// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/report.h"

#include "model/core/file_io.h"
#include "model/core/version.h"
#include "views/report/air_pages.h"
#include "views/report/figures_page.h"
#include "views/report/findings_pages.h"
#include "views/report/flow_page.h"
#include "views/report/loop_page.h"
#include "views/report/network_pages.h"
#include "views/report/plan_page.h"
#include "views/report/power_pages.h"
#include "views/report/resilience_pages.h"
#include "views/report/schedule_pages.h"
#include "views/report/sheet.h"
#include "views/report/source_pages.h"
#include "views/report/text.h"
#include "views/report/year_pages.h"

#include <QBuffer>
#include <QImage>
#include <QLocale>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

namespace halltwin::views::report {
namespace {

constexpr int leastPixels = 64;
constexpr int mostPixels = 16384;
constexpr double pictureWidthMm = 297.0;

QPageSize pageSizeOf(Paper paper) {
    switch (paper) {
        case Paper::A4: return QPageSize(QPageSize::A4);
        case Paper::A3: return QPageSize(QPageSize::A3);
        case Paper::Letter: return QPageSize(QPageSize::Letter);
    }
    return QPageSize(QPageSize::A4);
}

/// The sheets keep their own margins: a printer's would shift them and spoil the scale.
QPageLayout layoutOf(Paper paper) {
    QPageLayout layout(pageSizeOf(paper), QPageLayout::Landscape, QMarginsF(0, 0, 0, 0));
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

TitleBlock titleBlockOf(const ReportInput& input) {
    const ProjectInfo& info = input.project.info;
    const std::string_view program = version();
    return {QString::fromStdString(info.name),
            QString::fromStdString(info.client),
            QString::fromStdString(info.author),
            input.scenario.isEmpty() ? Words::tr("As designed") : input.scenario,
            input.date.toString(QStringLiteral("yyyy-MM-dd HH:mm")),
            QStringLiteral("HallTwin %1")
                .arg(QString::fromUtf8(program.data(), static_cast<qsizetype>(program.size()))),
            input.projectHash};
}

Pages layOutPages(const ReportInput& input, const Sheet& sheet) {
    const QRectF body = sheet.body();
    Pages pages;
    for (Pages part :
         {planPages(input, sheet.drawing()), figuresPages(input, body), yearPages(input, body),
          airPages(input, body), schedulePages(input, body), flowPages(input, body),
          powerPages(input, body), loopPages(input, body), networkPages(input, body),
          resiliencePages(input, body), sourcePages(input, body), findingsPages(input, body)}) {
        std::move(part.begin(), part.end(), std::back_inserter(pages));
    }
    return pages;
}

Result<void> checkLanguage(const QString& language) {
    if (language == QLatin1String("en")) return {};
    return fail(ErrorCode::Unsupported, "there is no report in this language yet",
                language.toStdString(), "ask for the report in English (en)");
}

tl::unexpected<Error> cannotPaint(const QString& where) {
    return fail(ErrorCode::IoFailure, "the report cannot be painted", where.toStdString(),
                "check that the device is ready and has free space");
}

}  // namespace

Paper paperOf(const QPagedPaintDevice& device) {
    switch (device.pageLayout().pageSize().id()) {
        case QPageSize::A3: return Paper::A3;
        case QPageSize::Letter: return Paper::Letter;
        default: return Paper::A4;
    }
}

Result<int> paintPages(const ReportInput& input, const ReportOptions& options,
                       QPagedPaintDevice& device) {
    if (auto known = checkLanguage(options.language); !known) return tl::unexpected(known.error());
    if (!device.setPageLayout(layoutOf(options.paper))) return cannotPaint("page layout");
    QPainter painter;
    if (!painter.begin(&device)) return cannotPaint("first page");
    const Sheet sheet(layoutOf(options.paper).fullRect(QPageLayout::Point).size() * pt);
    const Pages pages = layOutPages(input, sheet);
    const TitleBlock block = titleBlockOf(input);
    const int count = static_cast<int>(pages.size());
    painter.scale(device.logicalDpiX() / unitsPerInch, device.logicalDpiY() / unitsPerInch);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < count; ++i) {
        if (i > 0 && !device.newPage()) return cannotPaint(QStringLiteral("page %1").arg(i + 1));
        const Page& page = pages[static_cast<std::size_t>(i)];
        paintHeading(painter, sheet, page);
        page.paint(painter);
        paintTitleBlock(painter, sheet, block, page, {i + 1, count});
    }
    painter.end();
    return count;
}

Result<int> writePdf(const ReportInput& input, const ReportOptions& options, const QString& path) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    int pages = 0;
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(static_cast<int>(unitsPerInch));
        writer.setTitle(QString::fromStdString(input.project.info.name));
        writer.setCreator(titleBlockOf(input).program);
        const auto painted = paintPages(input, options, writer);
        if (!painted) return painted;
        pages = *painted;
    }
    const QByteArray& bytes = buffer.data();
    const auto written = writeFileAtomically(
        path.toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!written) return tl::unexpected(written.error());
    return pages;
}

Result<void> writePlanPng(const ReportInput& input, const QString& path, QSize size) {
    const auto isSide = [](int pixels) { return pixels >= leastPixels && pixels <= mostPixels; };
    if (!isSide(size.width()) || !isSide(size.height())) {
        return fail(ErrorCode::InvalidArgument, "a picture has sides of 64 to 16,384 pixels",
                    path.toStdString(), "choose another size");
    }
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setDotsPerMeterX(static_cast<int>(std::lround(size.width() / pictureWidthMm * 1000.0)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    const double unitsPerPixel = pictureWidthMm * unitsPerMillimetre / size.width();
    const QRectF paper(QPointF(0, 0), QSizeF(size) * unitsPerPixel);
    const Pages pages = planPages(input, paper.adjusted(2 * step, 2 * step, -2 * step, -2 * step));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(1.0 / unitsPerPixel, 1.0 / unitsPerPixel);
    pages.front().paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) return cannotPaint(path);
    return writeFileAtomically(path.toStdString(),
                               {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

}  // namespace halltwin::views::report
