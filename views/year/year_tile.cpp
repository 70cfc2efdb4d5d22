// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/year_tile.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace halltwin::views::year {

YearTile::YearTile(const QString& name, const QString& objectName, bridge::Theme& theme,
                   QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_value(new QLabel(this)),
      m_note(new QLabel(this)),
      m_name(name) {
    setObjectName(objectName);
    auto* title = new QLabel(name, this);
    title->setProperty("muted", true);
    title->setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    m_value->setFont(bridge::Theme::font(bridge::TextStyle::Heading));
    m_note->setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::s, bridge::space::xs, 0, bridge::space::xs);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_value);
    layout->addWidget(m_note);
    connect(&theme, &bridge::Theme::changed, this, &YearTile::restyle);
    setFigure(QStringLiteral("–"), {});
}

void YearTile::setFigure(const QString& value, const QString& note, Tone tone) {
    m_value->setText(value);
    m_note->setText(note);
    m_tone = tone;
    const QString whole = m_name + QStringLiteral(": ") + value +
                          (note.isEmpty() ? QString() : QStringLiteral("\n") + note);
    setToolTip(m_leads.isEmpty() ? whole : whole + QStringLiteral("\n") + m_leads);
    setAccessibleName(whole);
    restyle();
}

void YearTile::setLeads(const QString& where) {
    m_leads = where;
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

void YearTile::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !rect().contains(event->pos())) return;
    if (!m_leads.isEmpty()) emit clicked();
}

void YearTile::keyPressEvent(QKeyEvent* event) {
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Space;
    if (!opens || m_leads.isEmpty()) return QFrame::keyPressEvent(event);
    emit clicked();
}

QString YearTile::valueText() const {
    return m_value->text();
}

QString YearTile::noteText() const {
    return m_note->text();
}

void YearTile::restyle() {
    const bridge::ThemeColors& colors = m_theme.colors();
    QColor color = colors.textMuted;
    if (m_tone == Tone::Good) color = colors.success;
    if (m_tone == Tone::Bad) color = colors.danger;
    m_note->setStyleSheet(QStringLiteral("color: %1").arg(color.name()));
}

}  // namespace halltwin::views::year
