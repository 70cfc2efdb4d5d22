// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/device_name_model.h"

#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

void DeviceNameModel::setFabric(twin::NetworkPtr network, std::size_t fabric) {
    const auto* wanted = network == nullptr ? nullptr : &network->fabrics[fabric];
    if (wanted == m_plan && network == m_network) return;
    beginResetModel();
    m_names.reset();
    m_network = std::move(network);
    m_plan = wanted;
    m_ported.reset();
    if (m_plan != nullptr)
        m_names = std::make_unique<net::DeviceNames>(m_plan->graph, m_plan->hosts);
    endResetModel();
}

void DeviceNameModel::setOffered(OfferedDevices offered) {
    if (offered == m_offered) return;
    beginResetModel();
    m_offered = offered;
    m_ported.reset();
    endResetModel();
}

void DeviceNameModel::setTyped(const QString& text) {
    if (m_names == nullptr || m_offered == OfferedDevices::Switches) return;
    const auto colon = text.lastIndexOf(u':');
    if (colon < 0) return showPorts(std::nullopt);
    const auto end = m_names->find(text.left(colon).toStdString());
    showPorts(end ? std::optional(end->device) : std::nullopt);
}

void DeviceNameModel::showPorts(std::optional<net::DeviceIndex> device) {
    if (device == m_ported) return;
    beginResetModel();
    m_ported = device;
    m_plugged.clear();
    if (device) {
        m_plugged.resize(m_plan->graph.devices[*device].ports);
        for (const net::Link& link : m_plan->graph.links) {
            if (link.a == *device && link.portA < m_plugged.size())
                m_plugged[link.portA] = QString::fromStdString(m_names->end(link.b, link.portB));
            if (link.b == *device && link.portB < m_plugged.size())
                m_plugged[link.portB] = QString::fromStdString(m_names->end(link.a, link.portA));
        }
    }
    endResetModel();
}

/// Hosts come first in a graph, then switches.
net::DeviceIndex DeviceNameModel::firstDevice() const {
    return m_offered == OfferedDevices::All ? 0
                                            : static_cast<net::DeviceIndex>(m_plan->hostCount());
}

int DeviceNameModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || m_plan == nullptr) return 0;
    if (m_ported) return static_cast<int>(m_plugged.size());
    return static_cast<int>(m_plan->graph.devices.size() - firstDevice());
}

QString DeviceNameModel::portText(int port, int role) const {
    const QString end = QString::fromStdString(m_names->end(*m_ported, port));
    if (role == Qt::EditRole) return end;
    const QString& plugged = m_plugged[static_cast<std::size_t>(port)];
    return plugged.isEmpty() ? tr("%1, free").arg(end) : tr("%1 – %2").arg(end, plugged);
}

QVariant DeviceNameModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    if (m_ported) return portText(index.row(), role);
    // Switches first: there are fewer of them, and most changes are about them.
    const auto hosts = static_cast<net::DeviceIndex>(m_plan->hostCount());
    const auto switches = static_cast<net::DeviceIndex>(m_plan->graph.devices.size()) - hosts;
    const auto row = static_cast<net::DeviceIndex>(index.row());
    const net::DeviceIndex device = row < switches ? hosts + row : row - switches;
    return QString::fromStdString(m_names->name(device));
}

}  // namespace halltwin::views::network
