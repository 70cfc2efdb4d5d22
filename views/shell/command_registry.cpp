// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/command_registry.h"

#include <algorithm>

namespace halltwin::views::shell {

namespace {

constexpr char iconProperty[] = "iconName";

}  // namespace

CommandRegistry::CommandRegistry(bridge::Theme& theme, QObject* parent)
    : QObject(parent),
      m_theme(theme) {
    connect(&theme, &bridge::Theme::changed, this, &CommandRegistry::refreshIcons);
}

QAction* CommandRegistry::add(const CommandSpec& spec) {
    Q_ASSERT(action(spec.id) == nullptr);
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcut(spec.shortcut);
    action->setCheckable(spec.checkable);
    action->setStatusTip(spec.help);
    action->setToolTip(commandToolTip(*action, spec.help));
    action->setProperty(iconProperty, spec.icon);
    if (!spec.icon.isEmpty()) action->setIcon(m_theme.icon(spec.icon));
    m_actions.push_back(action);
    return action;
}

QAction* CommandRegistry::action(const QString& id) const {
    const auto at = std::find_if(m_actions.begin(), m_actions.end(),
                                 [&](const QAction* a) { return a->objectName() == id; });
    return at == m_actions.end() ? nullptr : *at;
}

void CommandRegistry::refreshIcons() {
    for (QAction* action : m_actions) {
        const QString icon = action->property(iconProperty).toString();
        if (!icon.isEmpty()) action->setIcon(m_theme.icon(icon));
    }
}

QString commandToolTip(const QAction& action, const QString& help) {
    QString name = action.text();
    name.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    QString tip = QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped());
    if (!keys.isEmpty())
        tip += QStringLiteral("&nbsp;&nbsp;<span>%1</span>").arg(keys.toHtmlEscaped());
    if (!help.isEmpty()) tip += QStringLiteral("<br/>") + help.toHtmlEscaped();
    return tip;
}

}  // namespace halltwin::views::shell
