// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QCoreApplication>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace halltwin::views::report {

/// Painter units in a point. All sheets are painted in these, 720 to the inch: fine enough that
/// text is laid out without rounding.
inline constexpr double pt = 10.0;
inline constexpr double unitsPerInch = 72.0 * pt;
inline constexpr double unitsPerMillimetre = unitsPerInch / 25.4;
/// Distances are multiples of this, or its half.
inline constexpr double step = 8.0 * pt;

/// Steps of the type scale on paper: 6.5 · 8 · 8 · 10 · 16 points.
enum class TextRole { Caption, Body, Strong, Heading, Title };

[[nodiscard]] QFont fontOf(TextRole role);
[[nodiscard]] double lineHeight(TextRole role);

/// Colours of print, black and greys on white.
struct Ink {
    QColor text;
    QColor muted;
    QColor rule;  ///< hairlines
    QColor tint;  ///< behind group rows
};
[[nodiscard]] const Ink& ink();

/// How a text is set in its box.
struct TextLook {
    TextRole role = TextRole::Body;
    QColor color = ink().text;
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// Height that a text takes when wrapped at `width`; words longer than a line are broken. Zero for
/// no text.
[[nodiscard]] double wrappedHeight(const QString& text, TextRole role, double width);

/// Sets a text from the top of the box, wrapped at its width.
void paintWrapped(QPainter& painter, const QRectF& box, const QString& text, const TextLook& look);

/// Sets one line from the top of the box, shortened with an ellipsis where it is too long.
void paintLine(QPainter& painter, const QRectF& box, const QString& text, const TextLook& look);

/// Like paintWrapped, in as many lines as the box has room for; what is left over is shortened with
/// an ellipsis.
void paintLines(QPainter& painter, const QRectF& box, const QString& text, const TextLook& look);

/// A figure of a table: whole from a thousand up, about four digits below, "3.1 × 10⁻¹²" where it
/// is tiny.
[[nodiscard]] QString formatFigure(double value);

/// Translations of what reports say.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

}  // namespace halltwin::views::report
