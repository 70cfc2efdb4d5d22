// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/dock.h"

#include "views/bridge/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace halltwin::views::shell {

Dock::Dock(const QString& title, const QString& objectName, QWidget* content, QWidget* parent)
    : QDockWidget(title, parent) {
    setObjectName(objectName);
    setAccessibleName(title);
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("panel"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* label = new QLabel(title, bar);
    label->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::s,
                               bridge::space::xs);
    layout->addWidget(label);
    layout->addStretch();
    setTitleBarWidget(bar);
    content->setAttribute(Qt::WA_StyledBackground);
    setWidget(content);
}

}  // namespace halltwin::views::shell
