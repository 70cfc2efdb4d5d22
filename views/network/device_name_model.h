// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/names.h"
#include "model/twin/networks.h"

#include <QAbstractListModel>
#include <memory>
#include <optional>
#include <vector>

namespace halltwin::views::network {

enum class OfferedDevices { All, Switches };

/// Names of the devices of one fabric for completion, made when they are asked for; after a device
/// and a colon its ports, with what is plugged into them.
class DeviceNameModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit DeviceNameModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// Null: no names.
    void setFabric(twin::NetworkPtr network, std::size_t fabric);
    void setOffered(OfferedDevices offered);
    /// What has been typed so far: a device with a colon turns to its ports.
    void setTyped(const QString& text);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] halltwin::network::DeviceIndex firstDevice() const;
    [[nodiscard]] QString portText(int port, int role) const;
    void showPorts(std::optional<halltwin::network::DeviceIndex> device);

    twin::NetworkPtr m_network;
    const halltwin::network::FabricPlan* m_plan = nullptr;
    std::unique_ptr<halltwin::network::DeviceNames> m_names;
    OfferedDevices m_offered = OfferedDevices::All;
    std::optional<halltwin::network::DeviceIndex> m_ported;
    std::vector<QString> m_plugged;  ///< other ends, by port of m_ported
};

}  // namespace halltwin::views::network
