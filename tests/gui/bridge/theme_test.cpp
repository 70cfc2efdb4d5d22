// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/project/names.h"
#include "tests/support/catch.h"
#include "views/bridge/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <cmath>

using namespace halltwin;
using namespace halltwin::views::bridge;

namespace {

double luminance(const QColor& color) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

/// WCAG 2.2, relative luminance and contrast ratio.
double contrast(const QColor& a, const QColor& b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

}  // namespace

TEST_CASE("Text keeps the contrast of WCAG AA in both themes") {
    Theme theme;
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        theme.apply(*qApp, mode);
        const ThemeColors& c = theme.colors();
        for (const QColor& text : {c.text, c.textMuted, c.danger, c.warning, c.success}) {
            INFO(text.name().toStdString() << (mode == ThemeMode::Dark ? " dark" : " light"));
            CHECK(contrast(text, c.surface) >= 4.5);
            CHECK(contrast(text, c.window) >= 4.5);
        }
        CHECK(contrast(c.accentText, c.accent) >= 4.5);
        CHECK(contrast(c.text, c.accentSoft) >= 4.5);
    }
}

TEST_CASE("The style sheet has no token left unfilled") {
    Theme theme;
    theme.apply(*qApp, ThemeMode::Light);
    REQUIRE(!qApp->styleSheet().isEmpty());
    const QString sheet = qApp->styleSheet().section(QStringLiteral("*/"), 1);
    CHECK(!sheet.contains('@'));
    CHECK(!sheet.contains(QStringLiteral("#mode#")));
}

TEST_CASE("Every kind of item has an icon that can be drawn") {
    Theme theme;
    for (const std::string_view kind : EnumNames<ItemKind>::names) {
        INFO(kind);
        const QIcon icon = theme.icon(QLatin1String(kind));
        REQUIRE(!icon.isNull());
        const QImage picture = icon.pixmap(32, 32).toImage();
        bool drawn = false;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                drawn = drawn || qAlpha(picture.pixel(x, y)) > 0;
        }
        CHECK(drawn);
    }
}
