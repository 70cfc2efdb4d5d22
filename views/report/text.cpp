// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/text.h"

#include "views/bridge/format.h"
#include "views/bridge/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <array>
#include <cmath>

namespace halltwin::views::report {
namespace {

struct RoleSize {
    bridge::TextStyle style;
    double points;
    double lead;  ///< line distance, points
};

RoleSize sizeOf(TextRole role) {
    using bridge::TextStyle;
    switch (role) {
        case TextRole::Caption: return {TextStyle::Small, 6.5, 8.0};
        case TextRole::Body: return {TextStyle::Body, 8.0, 11.0};
        case TextRole::Strong: return {TextStyle::BodyStrong, 8.0, 11.0};
        case TextRole::Heading: return {TextStyle::Heading, 10.0, 14.0};
        case TextRole::Title: return {TextStyle::Title, 16.0, 20.0};
    }
    return {TextStyle::Body, 8.0, 11.0};
}

/// Lays the lines out at their distance and returns the height of all.
double layOut(QTextLayout& layout, const TextLook& look, double width) {
    QTextOption option(look.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    const double lead = lineHeight(look.role);
    double y = 0.0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0.0, y + 0.5 * (lead - line.height())});
        y += lead;
    }
    layout.endLayout();
    return y;
}

QString superscript(int exponent) {
    static constexpr std::array<char16_t, 10> digits{u'⁰', u'¹', u'²', u'³', u'⁴',
                                                     u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent))) {
        text += QChar(digits[static_cast<std::size_t>(digit.digitValue())]);
    }
    return text;
}

}  // namespace

QFont fontOf(TextRole role) {
    const RoleSize size = sizeOf(role);
    QFont font = bridge::Theme::font(size.style);
    font.setPixelSize(static_cast<int>(std::lround(size.points * pt)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double lineHeight(TextRole role) {
    return sizeOf(role).lead * pt;
}

const Ink& ink() {
    static const Ink inks = [] {
        const bridge::Theme light;
        const bridge::ThemeColors& colors = light.colors();
        return Ink{colors.text, colors.textMuted, colors.border, colors.window};
    }();
    return inks;
}

double wrappedHeight(const QString& text, TextRole role, double width) {
    if (text.isEmpty()) return 0.0;
    QTextLayout layout(text, fontOf(role));
    return layOut(layout, {.role = role}, width);
}

void paintWrapped(QPainter& painter, const QRectF& box, const QString& text, const TextLook& look) {
    if (text.isEmpty()) return;
    QTextLayout layout(text, fontOf(look.role));
    layOut(layout, look, box.width());
    painter.setPen(look.color);
    layout.draw(&painter, box.topLeft());
}

void paintLine(QPainter& painter, const QRectF& box, const QString& text, const TextLook& look) {
    const QFontMetricsF metrics(fontOf(look.role));
    const QString flat = text.left(400).simplified();
    paintWrapped(painter, box.adjusted(0.0, 0.0, 0.1 * pt, 0.0),
                 metrics.elidedText(flat, Qt::ElideRight, box.width() - 0.5 * pt), look);
}

void paintLines(QPainter& painter, const QRectF& box, const QString& text, const TextLook& look) {
    QString flat = text.left(400);
    flat.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextLayout layout(flat, fontOf(look.role));
    layOut(layout, look, box.width());
    const int room = std::max(1, static_cast<int>(box.height() / lineHeight(look.role) + 1e-6));
    const int whole = layout.lineCount() > room ? room - 1 : layout.lineCount();
    const int end = whole < layout.lineCount() ? layout.lineAt(whole).textStart()
                                               : static_cast<int>(flat.size());
    if (whole > 0) paintWrapped(painter, box, flat.left(end).trimmed(), look);
    const QRectF rest = box.adjusted(0.0, whole * lineHeight(look.role), 0.0, 0.0);
    if (end < flat.size()) paintLine(painter, rest, flat.mid(end), look);
}

QString formatFigure(double value) {
    if (!std::isfinite(value) || value == std::round(value)) return bridge::formatNumber(value, 0);
    const double size = std::abs(value);
    if (size >= 1000.0) return bridge::formatNumber(value, 0);
    if (size >= 1e-3) return bridge::formatSignificant(value, 4);
    const int exponent = static_cast<int>(std::floor(std::log10(size)));
    return bridge::formatNumber(value / std::pow(10.0, exponent), 1) + QStringLiteral(" × 10") +
           superscript(exponent);
}

}  // namespace halltwin::views::report
