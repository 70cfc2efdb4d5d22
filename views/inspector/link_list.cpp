// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/link_list.h"

#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace halltwin::views::inspector {

LinkList::LinkList(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
}

void LinkList::setItem(ItemId id) {
    while (QLayoutItem* row = m_layout->takeAt(0)) {
        // A click on a row's own button may have led here: it must live until that is over.
        if (QWidget* widget = row->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete row;
    }
    const std::vector<Entry> entries = entriesOf(id);
    for (const Entry& entry : entries)
        addRow(entry);
    if (entries.empty()) {
        auto* none = new QLabel(tr("None"), this);
        none->setProperty("muted", true);
        m_layout->addWidget(none);
    }
}

std::vector<LinkList::Entry> LinkList::entriesOf(ItemId id) const {
    const Project& project = m_context.session.project();
    const auto title = [&](ItemId other) {
        const Item* item = project.items.find(other);
        return item == nullptr ? QString() : bridge::itemTitle(*item, m_context.session.catalog());
    };
    std::vector<Entry> entries;
    for (const PowerLink& link : project.powerLinks) {
        if (link.from != id && link.to != id) continue;
        const ItemId other = link.from == id ? link.to : link.from;
        const QString text = link.from == id ? tr("to %1 · %2") : tr("from %1 · %2");
        entries.push_back({other, text.arg(title(other), bridge::feedName(link.feed)),
                           edit::DisconnectPower{{link.id}}, link.id});
    }
    for (const CoolingLink& link : project.coolingLinks) {
        if (link.from != id && link.to != id) continue;
        const ItemId other = link.from == id ? link.to : link.from;
        const QString text = link.from == id ? tr("to %1 · water") : tr("from %1 · water");
        entries.push_back(
            {other, text.arg(title(other)), edit::DisconnectCooling{{link.id}}, {}, link.id});
    }
    return entries;
}

void LinkList::addRow(const Entry& entry) {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* go = new QPushButton(entry.text, row);
    go->setProperty("link", true);
    go->setToolTip(tr("Select the other end"));
    connect(go, &QPushButton::clicked, this,
            [this, other = entry.other] { m_context.selection.setItems({other}); });
    auto* remove = new QToolButton(row);
    remove->setIcon(m_context.theme.icon(QStringLiteral("delete")));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Remove this link"));
    remove->setAccessibleName(tr("Remove link %1").arg(entry.text));
    connect(remove, &QToolButton::clicked, this,
            [this, removal = entry.removal] { m_context.session.apply(removal); });
    line->addWidget(go);
    line->addStretch();
    if (entry.cable || entry.pipe) addSelectButton(row, entry);
    line->addWidget(remove);
    m_layout->addWidget(row);
}

void LinkList::addSelectButton(QWidget* row, const Entry& entry) {
    auto* button = new QToolButton(row);
    button->setIcon(m_context.theme.icon(QStringLiteral("settings")));
    button->setAutoRaise(true);
    button->setToolTip(entry.cable ? tr("Select this cable: its length, conductor and breaker")
                                   : tr("Select these pipes: their length, bore and insulation"));
    button->setAccessibleName(
        (entry.cable ? tr("Select cable %1") : tr("Select pipes %1")).arg(entry.text));
    connect(button, &QToolButton::clicked, this, [this, cable = entry.cable, pipe = entry.pipe] {
        if (cable) m_context.selection.setPowerLink(*cable);
        if (pipe) m_context.selection.setCoolingLink(*pipe);
    });
    row->layout()->addWidget(button);
}

}  // namespace halltwin::views::inspector
