// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/validation/plot_view.h"

#include "model/validation/plot_svg.h"

#include <QPainter>
#include <QSvgRenderer>
#include <array>

namespace halltwin::views::validation {

using halltwin::validation::PlotStyle;
using halltwin::validation::Profile;

namespace {

/// Numbers of Theme::seriesColor, those first that stand out from the surface of the theme.
constexpr std::array<int, 6> huesOnLight{0, 5, 2, 3, 1, 4};
constexpr std::array<int, 6> huesOnDark{4, 1, 2, 3, 5, 6};

std::string name(const QColor& color) {
    return color.name().toStdString();
}

}  // namespace

PlotView::PlotView(const bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setMinimumSize(360, 260);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void PlotView::setProfile(const std::optional<Profile>& profile) {
    m_profile = profile;
    setAccessibleName(profile ? QString::fromStdString(profile->title) : QString());
    update();
}

void PlotView::paintEvent(QPaintEvent* /*event*/) {
    if (!m_profile) return;
    const bridge::ThemeColors& colors = m_theme.colors();
    PlotStyle style;
    style.widthPx = width();
    style.heightPx = height();
    style.font = font().family().toStdString();
    style.background = name(colors.surface);
    style.text = name(colors.text);
    style.muted = name(colors.textMuted);
    style.grid = name(colors.border);
    style.hues.clear();
    for (const int n : m_theme.mode() == bridge::ThemeMode::Dark ? huesOnDark : huesOnLight)
        style.hues.push_back(name(m_theme.seriesColor(n)));
    QSvgRenderer renderer(
        QByteArray::fromStdString(halltwin::validation::plotSvg(*m_profile, style)));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(rect()));
}

}  // namespace halltwin::views::validation
