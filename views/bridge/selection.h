// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"

#include <QObject>
#include <optional>
#include <set>

namespace halltwin {
struct Project;
}

namespace halltwin::views::bridge {

/// What is selected, shared by all views: any number of items, or one power or cooling
/// link, or one cable tray, or nothing.
/// Lives on the GUI thread. `changed` comes only when something did change.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const std::set<ItemId>& items() const { return m_picked.items; }
    [[nodiscard]] std::optional<PowerLinkId> powerLink() const { return m_picked.cable; }
    [[nodiscard]] std::optional<CoolingLinkId> coolingLink() const { return m_picked.pipe; }
    [[nodiscard]] std::optional<TrayId> tray() const { return m_picked.tray; }
    [[nodiscard]] bool isEmpty() const { return m_picked == Picked{}; }
    [[nodiscard]] bool contains(ItemId id) const { return m_picked.items.contains(id); }

    /// Replaces the selection by these items; a selected link is dropped.
    void setItems(std::set<ItemId> ids);
    void setPowerLink(PowerLinkId id);
    void setCoolingLink(CoolingLinkId id);
    void setTray(TrayId id);
    void toggle(ItemId id);
    void clear();

    /// Drops what is no longer in the project.
    void keepOnly(const Project& project);

signals:
    void changed();

private:
    struct Picked {
        std::set<ItemId> items{};
        std::optional<PowerLinkId> cable{};
        std::optional<CoolingLinkId> pipe{};
        std::optional<TrayId> tray{};

        bool operator==(const Picked&) const = default;
    };

    void assign(Picked picked);

    Picked m_picked;
};

}  // namespace halltwin::views::bridge
