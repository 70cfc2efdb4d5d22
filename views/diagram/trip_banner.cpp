// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/trip_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace halltwin::views::diagram {

TripBanner::TripBanner(bridge::Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("tripBanner"));
    hide();
    m_text->setObjectName(QStringLiteral("tripBanner.text"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    auto* restore = new QPushButton(tr("Restore"), this);
    restore->setObjectName(QStringLiteral("tripBanner.restore"));
    restore->setToolTip(tr("Put everything back in service"));
    connect(restore, &QPushButton::clicked, this, &TripBanner::restoreWanted);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::xs, bridge::space::s,
                               bridge::space::xs);
    layout->addWidget(m_text, 1);
    layout->addWidget(restore);
    connect(&theme, &bridge::Theme::changed, this, &TripBanner::restyle);
    restyle();
}

void TripBanner::restyle() {
    const bridge::ThemeColors& colors = m_theme.colors();
    setStyleSheet(QStringLiteral("#tripBanner { background: %1; border-bottom: 2px solid %2 } "
                                 "QLabel { color: %3 }")
                      .arg(colors.raised.name(), colors.danger.name(), colors.text.name()));
}

void TripBanner::show(const bridge::WhatIf& whatIf, const NameOf& nameOf,
                      const power::LoadKind& kindOf) {
    setVisible(whatIf.answer() != nullptr && whatIf.isActive());
    if (isHidden()) return;
    m_text->setText(QStringLiteral("<b>%1</b> · %2 · %3")
                        .arg(trialTitle(whatIf, nameOf).toHtmlEscaped(),
                             trialStory(whatIf, nameOf, kindOf).toHtmlEscaped(),
                             tr("on trial: the project is as it was")));
}

}  // namespace halltwin::views::diagram
