// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/floating_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace halltwin::views::network {

namespace {

constexpr int widest = 380;

}  // namespace

FloatingCard::FloatingCard(bridge::Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_label(new QLabel(this)) {
    setObjectName(name);
    setMaximumWidth(widest);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton(this);
    close->setObjectName(name + QStringLiteral(".dismiss"));
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Dismiss"));
    connect(close, &QToolButton::clicked, this, &FloatingCard::dismissed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::xs,
                               bridge::space::s);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(m_label, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void FloatingCard::setText(const QString& rich) {
    m_label->setText(rich);
    setVisible(!rich.isEmpty());
}

QString FloatingCard::text() const {
    return m_label->text();
}

void FloatingCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colors().border);
    painter.setBrush(m_theme.colors().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

}  // namespace halltwin::views::network
