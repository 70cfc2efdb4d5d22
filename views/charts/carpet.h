// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/year.h"
#include "views/bridge/theme.h"

#include <QImage>
#include <QRectF>
#include <QString>
#include <array>
#include <optional>

class QPainter;

namespace halltwin::views::charts {

/// What the hours of a carpet plot are coloured by.
enum class CarpetMeasure { Pue, Mode, DryBulb, Power };
inline constexpr std::array carpetMeasures{CarpetMeasure::Pue, CarpetMeasure::Mode,
                                           CarpetMeasure::DryBulb, CarpetMeasure::Power};

[[nodiscard]] QString measureName(CarpetMeasure measure);  ///< with its unit

/// The hours of a year as a picture: a column for each day, a row for each hour, midnight at the
/// bottom. Colours run from `low` to `high`, the range of the year.
struct Carpet {
    CarpetMeasure measure = CarpetMeasure::Pue;
    QImage picture;  ///< one pixel for each hour
    double low = 0.0;
    double high = 1.0;
};

/// The value that colours an hour, in the unit of the measure; none for the mode and for a PUE
/// without IT power.
[[nodiscard]] std::optional<double> carpetValue(const twin::YearHour& hour, CarpetMeasure measure);
[[nodiscard]] QString carpetText(double value, CarpetMeasure measure);

/// Over the range of the year, or over that of `like` where one is given, so that two years can be
/// compared.
[[nodiscard]] Carpet carpetOf(const twin::YearResult& year, CarpetMeasure measure,
                              const bridge::Theme& theme, const Carpet* like = nullptr);

/// What a carpet is drawn with.
struct CarpetStyle {
    QFont font;
    QColor text;
    QColor rule;
};

/// The part of the area that the hours take.
[[nodiscard]] QRectF carpetPlot(const QRectF& area, const CarpetStyle& style);
/// Paints hours, months and times of day around them, and the legend at the right.
void paintCarpet(QPainter& painter, const QRectF& area, const Carpet& carpet,
                 const CarpetStyle& style, const bridge::Theme& theme);

}  // namespace halltwin::views::charts
