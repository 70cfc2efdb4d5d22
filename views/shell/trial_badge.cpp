// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/trial_badge.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace halltwin::views::shell {

namespace {

constexpr double widestShare = 0.55;  ///< of the plan: the colours of racks stand at its right

}  // namespace

TrialBadge::TrialBadge(bridge::Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("trialBadge"));
    setAccessibleName(tr("On trial"));
    m_text->setObjectName(QStringLiteral("trialBadge.text"));
    auto* restore = new QPushButton(tr("Restore"), this);
    restore->setObjectName(QStringLiteral("trialBadge.restore"));
    restore->setToolTip(tr("Put everything back in service (Ctrl+Alt+T)"));
    restore->setAccessibleName(tr("Restore: put everything back in service"));
    m_restore = restore;
    connect(restore, &QPushButton::clicked, this, &TrialBadge::restoreWanted);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::xs, bridge::space::xs,
                               bridge::space::xs);
    layout->setSpacing(bridge::space::m);
    layout->addWidget(m_text);
    layout->addWidget(restore);
    hide();
    parent->installEventFilter(this);
    connect(&theme, &bridge::Theme::changed, this, &TrialBadge::restyle);
    restyle();
}

void TrialBadge::setTrial(const QString& title, const QString& toll) {
    m_title = title.isEmpty() ? QString() : tr("On trial: %1").arg(title);
    m_toll = toll;
    setVisible(!title.isEmpty());
    place();
}

void TrialBadge::place() {
    if (isHidden()) return;
    const int most = static_cast<int>(widestShare * parentWidget()->width());
    const int around = layout()->contentsMargins().left() + layout()->contentsMargins().right() +
                       bridge::space::m + m_restore->sizeHint().width();
    const int room = std::max(80, most - around);
    const QFontMetrics metrics = m_text->fontMetrics();
    m_text->setText(metrics.elidedText(m_title, Qt::ElideMiddle, room) + u'\n' +
                    metrics.elidedText(m_toll, Qt::ElideRight, room));
    const QString text = m_title + QStringLiteral(" · ") + m_toll;
    m_text->setToolTip(text);
    setAccessibleDescription(text);
    adjustSize();
    move(bridge::space::m, bridge::space::m);
    raise();
}

void TrialBadge::restyle() {
    const bridge::ThemeColors& colors = m_theme.colors();
    setStyleSheet(QStringLiteral("#trialBadge { background: %1; border: 1px solid %2; "
                                 "border-left: 4px solid %2; border-radius: 6px }")
                      .arg(colors.surface.name(), colors.danger.name()));
}

bool TrialBadge::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace halltwin::views::shell
