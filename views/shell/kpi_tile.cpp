// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/kpi_tile.h"

#include "views/bridge/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace halltwin::views::shell {

KpiTile::KpiTile(const QString& name, const QString& objectName, QWidget* parent)
    : QFrame(parent),
      m_name(name),
      m_value(new QLabel(this)),
      m_unit(new QLabel(this)) {
    setObjectName(objectName);
    setProperty("tile", true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(name);
    auto* title = new QLabel(name, this);
    title->setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    title->setProperty("muted", true);
    m_value->setFont(bridge::Theme::font(bridge::TextStyle::Figure));
    m_unit->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    m_unit->setProperty("muted", true);

    auto* line = new QHBoxLayout;
    line->setSpacing(bridge::space::xs);
    line->addWidget(m_value, 0, Qt::AlignBottom);
    line->addWidget(m_unit, 0, Qt::AlignBottom);
    line->addStretch();
    m_unit->setContentsMargins(0, 0, 0, 3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::s,
                               bridge::space::s);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addLayout(line);
    setFigure(QStringLiteral("–"), {});
}

void KpiTile::setFigure(const QString& value, const QString& unit) {
    if (value == m_value->text() && unit == m_unit->text()) return;
    m_value->setText(value);
    m_unit->setText(unit);
    setAccessibleDescription(m_name + QStringLiteral(": ") + value + QLatin1Char(' ') + unit);
}

void KpiTile::setColor(const QColor& value) {
    if (value == m_color) return;
    m_color = value;
    recolor();
}

void KpiTile::setStale(bool stale) {
    if (stale == m_stale) return;
    m_stale = stale;
    recolor();
}

QString KpiTile::valueText() const {
    return m_value->text();
}

void KpiTile::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit clicked();
}

void KpiTile::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space: emit clicked(); return;
        default: QFrame::keyPressEvent(event);
    }
}

void KpiTile::recolor() {
    QColor color = m_color;
    if (m_stale) color.setAlphaF(0.55F);
    QPalette palette = m_value->palette();
    palette.setColor(QPalette::WindowText, color);
    m_value->setPalette(palette);
}

}  // namespace halltwin::views::shell
