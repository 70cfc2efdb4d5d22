// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/carpet.h"

#include "views/bridge/color_map.h"
#include "views/bridge/format.h"
#include "views/charts/year_words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace halltwin::views::charts {

namespace {

constexpr int hoursOfDay = 24;
constexpr int firstDays[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
constexpr double legendSteps = 48;

QString tr(const char* text) {
    return QCoreApplication::translate("Carpet", text);
}

bridge::ColorScale scaleOf(const Carpet& carpet) {
    return bridge::temperatureScale().withRange(carpet.low, carpet.high);
}

void setRange(const twin::YearResult& year, Carpet& carpet) {
    bool isFirst = true;
    for (const twin::YearHour& hour : year.hours) {
        const auto value = carpetValue(hour, carpet.measure);
        if (!value) continue;
        carpet.low = isFirst ? *value : std::min(carpet.low, *value);
        carpet.high = isFirst ? *value : std::max(carpet.high, *value);
        isFirst = false;
    }
    const double least = 1e-3 * std::max(1.0, std::abs(carpet.high));
    if (carpet.high - carpet.low < least) carpet.high = carpet.low + least;
}

/// Distances around the hours, in the size of the font.
struct Margins {
    double line;
    double left;
    double right;
};

Margins marginsOf(const CarpetStyle& style) {
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    return {line, metrics.horizontalAdvance(QStringLiteral("24:00")) + 0.6 * line,
            metrics.horizontalAdvance(tr("Compressors only")) + 2.4 * line};
}

void paintAxes(QPainter& painter, const QRectF& plot, const Carpet& carpet,
               const CarpetStyle& style) {
    const Margins margins = marginsOf(style);
    const double dayWidth = plot.width() / carpet.picture.width();
    for (int hour = 0; hour <= hoursOfDay; hour += 6) {
        const double y = plot.bottom() - plot.height() * hour / hoursOfDay;
        painter.setPen(style.text);
        painter.drawText(QRectF(plot.left() - margins.left, y - margins.line / 2,
                                margins.left - 0.4 * margins.line, margins.line),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0')));
    }
    for (int month = 0; month < 12; ++month) {
        const double x = plot.left() + dayWidth * firstDays[month];
        painter.setPen(QPen(style.rule, 0.0));
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 0.4 * margins.line));
        painter.setPen(style.text);
        painter.drawText(QRectF(x + 0.2 * margins.line, plot.bottom() + 0.1 * margins.line,
                                dayWidth * 31, margins.line),
                         Qt::AlignLeft | Qt::AlignVCenter, monthName(month));
    }
}

void paintModes(QPainter& painter, const QRectF& area, const CarpetStyle& style,
                const bridge::Theme& theme) {
    const double line = QFontMetricsF(style.font).height();
    double y = area.top();
    for (std::size_t n = 0; n < cooling::loopModeCount; ++n, y += 1.3 * line) {
        const auto mode = static_cast<cooling::LoopMode>(n);
        painter.fillRect(QRectF(area.left(), y + 0.15 * line, 0.7 * line, 0.7 * line),
                         modeColor(theme, mode));
        painter.setPen(style.text);
        painter.drawText(QRectF(area.left() + line, y, area.width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter, modeName(mode));
    }
}

void paintScale(QPainter& painter, const QRectF& area, const Carpet& carpet,
                const CarpetStyle& style) {
    const double line = QFontMetricsF(style.font).height();
    const auto scale = scaleOf(carpet);
    const QRectF bar(area.left(), area.top(), 0.8 * line, area.height());
    for (double n = 0; n < legendSteps; ++n) {
        const double value = carpet.low + (carpet.high - carpet.low) * (n + 0.5) / legendSteps;
        painter.fillRect(QRectF(bar.left(), bar.bottom() - bar.height() * (n + 1) / legendSteps,
                                bar.width(), bar.height() / legendSteps + 0.02 * line),
                         QColor(scale.colorOf(value)));
    }
    painter.setPen(style.text);
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = bar.bottom() - share * (bar.height() - line) - line;
        painter.drawText(
            QRectF(bar.right() + 0.4 * line, y, area.width(), line),
            Qt::AlignLeft | Qt::AlignVCenter,
            carpetText(carpet.low + share * (carpet.high - carpet.low), carpet.measure));
    }
}

}  // namespace

QString measureName(CarpetMeasure measure) {
    switch (measure) {
        case CarpetMeasure::Pue: return tr("PUE");
        case CarpetMeasure::Mode: return tr("Mode of the plant");
        case CarpetMeasure::DryBulb: return tr("Outdoor dry bulb, °C");
        case CarpetMeasure::Power: return tr("Facility power, kW");
    }
    return {};
}

std::optional<double> carpetValue(const twin::YearHour& hour, CarpetMeasure measure) {
    switch (measure) {
        case CarpetMeasure::Pue: return hour.pue();
        case CarpetMeasure::Mode: return std::nullopt;
        case CarpetMeasure::DryBulb: return hour.dryBulb.in(celsius);
        case CarpetMeasure::Power: return hour.facility.in(kilowatts);
    }
    return std::nullopt;
}

QString carpetText(double value, CarpetMeasure measure) {
    switch (measure) {
        case CarpetMeasure::Pue: return bridge::formatNumber(value, 3);
        case CarpetMeasure::Mode: return {};
        case CarpetMeasure::DryBulb: return bridge::formatTemperature(celsius(value));
        case CarpetMeasure::Power: return bridge::formatPower(kilowatts(value));
    }
    return {};
}

Carpet carpetOf(const twin::YearResult& year, CarpetMeasure measure, const bridge::Theme& theme,
                const Carpet* like) {
    Carpet carpet;
    carpet.measure = measure;
    if (like != nullptr && like->measure == measure) {
        carpet.low = like->low;
        carpet.high = like->high;
    } else {
        setRange(year, carpet);
    }
    const int days = static_cast<int>((year.hours.size() + hoursOfDay - 1) / hoursOfDay);
    carpet.picture = QImage(std::max(1, days), hoursOfDay, QImage::Format_RGB32);
    carpet.picture.fill(theme.colors().border);
    const auto scale = scaleOf(carpet);
    for (std::size_t n = 0; n < year.hours.size(); ++n) {
        const int x = static_cast<int>(n) / hoursOfDay;
        const int y = hoursOfDay - 1 - static_cast<int>(n) % hoursOfDay;
        if (measure == CarpetMeasure::Mode) {
            carpet.picture.setPixelColor(x, y, modeColor(theme, year.hours[n].mode));
        } else if (const auto value = carpetValue(year.hours[n], measure)) {
            carpet.picture.setPixel(x, y, scale.colorOf(*value));
        }
    }
    return carpet;
}

QRectF carpetPlot(const QRectF& area, const CarpetStyle& style) {
    const Margins margins = marginsOf(style);
    return area.adjusted(margins.left, 0.5 * margins.line, -margins.right, -1.2 * margins.line);
}

void paintCarpet(QPainter& painter, const QRectF& area, const Carpet& carpet,
                 const CarpetStyle& style, const bridge::Theme& theme) {
    painter.save();
    painter.setFont(style.font);
    const QRectF plot = carpetPlot(area, style);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(plot, carpet.picture);
    paintAxes(painter, plot, carpet, style);
    const double line = QFontMetricsF(style.font).height();
    const QRectF legend(plot.right() + 1.0 * line, plot.top(), area.right() - plot.right() - line,
                        plot.height());
    if (carpet.measure == CarpetMeasure::Mode)
        paintModes(painter, legend, style, theme);
    else
        paintScale(painter, legend, carpet, style);
    painter.restore();
}

}  // namespace halltwin::views::charts
