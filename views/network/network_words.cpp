// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/network_words.h"

#include "model/network/names.h"
#include "views/bridge/format.h"

#include <QCoreApplication>
#include <array>
#include <cmath>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

constexpr QChar noBreakSpace(0x00A0);

struct Scaled {
    double factor;
    const char* unit;
};

template <std::size_t N>
QString scaled(double value, const std::array<Scaled, N>& descending) {
    for (const Scaled& step : descending)
        if (std::abs(value) >= 0.9995 * step.factor || step.factor == descending.back().factor)
            return bridge::formatSignificant(value / step.factor, 3) + noBreakSpace +
                   QString::fromUtf8(step.unit);
    return {};
}

}  // namespace

QString formatDataRate(DataRate rate) {
    static constexpr std::array<Scaled, 4> units{
        {{1e15, "Pb/s"}, {1e12, "Tb/s"}, {1e9, "Gb/s"}, {1e6, "Mb/s"}}};
    return scaled(rate.in(bitsPerSecond), units);
}

QString formatShortTime(Duration time) {
    static constexpr std::array<Scaled, 4> units{
        {{1.0, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}}};
    return scaled(time.in(seconds), units);
}

QString formatBytes(double bytes) {
    static constexpr std::array<Scaled, 5> units{
        {{1e12, "TB"}, {1e9, "GB"}, {1e6, "MB"}, {1e3, "kB"}, {1.0, "B"}}};
    return scaled(bytes, units);
}

QString formatCount(double count) {
    return bridge::formatNumber(count, 0);
}

QString arcName(const net::FabricPlan& plan, net::ArcIndex arc) {
    if (arc == net::noArc || arc / 2 >= plan.graph.links.size()) return {};
    const net::Link& link = plan.graph.links[arc / 2];
    const net::DeviceNames names(plan.graph, plan.hosts);
    const QString a = QString::fromStdString(names.end(link.a, link.portA));
    const QString b = QString::fromStdString(names.end(link.b, link.portB));
    const QString form = QCoreApplication::translate("NetworkWords", "%1 to %2");
    return arc % 2 == 0 ? form.arg(a, b) : form.arg(b, a);
}

std::string lossName(const net::FabricPlan& plan, const net::Loss& loss) {
    const net::DeviceNames names(plan.graph, plan.hosts);
    if (!loss.devices.empty()) return names.name(loss.devices.front());
    if (loss.links.empty()) return {};
    const net::Link& link = plan.graph.links[loss.links.front()];
    return names.end(link.b, link.portB);
}

}  // namespace halltwin::views::network
