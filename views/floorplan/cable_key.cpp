// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/cable_key.h"

#include "views/bridge/loading_scale.h"
#include "views/bridge/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace halltwin::views::floorplan {
namespace {

constexpr int margin = 6;
constexpr int keyHeight = 24;
constexpr int dash = 14;  ///< of a swatch
constexpr int gap = 4;
constexpr int between = 10;

/// The classes that a link's load can have: a link carries no more than its rate.
constexpr bridge::LoadingClass shownClasses[] = {
    bridge::LoadingClass::Light, bridge::LoadingClass::Fair, bridge::LoadingClass::High};

QFont keyFont() {
    return bridge::Theme::font(bridge::TextStyle::Caption);
}

}  // namespace

CableKey::CableKey(const bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("cableKey"));
    setAccessibleName(QCoreApplication::translate("CableKey", "Load of network cables"));
    hide();
}

void CableKey::setSubject(const QString& subject) {
    m_subject = subject;
    setVisible(!subject.isEmpty());
    setFixedSize(sizeHint());
    update();
}

QSize CableKey::sizeHint() const {
    const QFontMetrics metrics(keyFont());
    int width = 2 * margin + metrics.horizontalAdvance(m_subject);
    for (const bridge::LoadingClass loading : shownClasses)
        width += between + dash + gap + metrics.horizontalAdvance(bridge::loadingName(loading));
    return {width, keyHeight};
}

void CableKey::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bridge::ThemeColors& colors = m_theme.colors();
    QColor plate = colors.planOutside;
    plate.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setFont(keyFont());
    const QFontMetrics metrics(keyFont());
    int x = margin;
    const auto say = [&](const QString& text) {
        const int width = metrics.horizontalAdvance(text);
        painter.setPen(colors.planLabel);
        painter.drawText(QRect(x, 0, width + 1, height()), Qt::AlignVCenter, text);
        x += width;
    };
    say(m_subject);
    for (const bridge::LoadingClass loading : shownClasses) {
        x += between;
        painter.setPen(
            QPen(bridge::loadingColor(loading, m_theme), 3.0, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(x + 2, height() / 2, x + dash - 2, height() / 2);
        x += dash + gap;
        say(bridge::loadingName(loading));
    }
}

}  // namespace halltwin::views::floorplan
