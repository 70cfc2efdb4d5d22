// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "views/bridge/view_context.h"

#include <QWidget>
#include <optional>
#include <vector>

class QVBoxLayout;

namespace halltwin::views::inspector {

/// The power and chilled-water links of one item, each with a button that goes to the other end and
/// one that takes the link away.
class LinkList : public QWidget {
    Q_OBJECT

public:
    explicit LinkList(const bridge::ViewContext& context, QWidget* parent = nullptr);

    /// Shows nothing for an id that is not in the project.
    void setItem(ItemId id);

private:
    struct Entry {
        ItemId other;
        QString text;
        edit::AnyEdit removal;
        std::optional<PowerLinkId> cable{};   ///< a power link: it can be selected
        std::optional<CoolingLinkId> pipe{};  ///< likewise
    };

    [[nodiscard]] std::vector<Entry> entriesOf(ItemId id) const;
    void addRow(const Entry& entry);
    void addSelectButton(QWidget* row, const Entry& entry);

    bridge::ViewContext m_context;
    QVBoxLayout* m_layout;
};

}  // namespace halltwin::views::inspector
