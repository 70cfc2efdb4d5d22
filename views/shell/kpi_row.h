// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QWidget>
#include <string>

namespace halltwin::twin {
struct Kpis;
}

namespace halltwin::views::shell {

class KpiTile;

/// The headline figures of the twin in a row. A click on one opens its derivation. Follows the twin
/// by itself.
class KpiRow : public QWidget {
    Q_OBJECT

public:
    explicit KpiRow(const bridge::ViewContext& context, QWidget* parent = nullptr);

private:
    KpiTile* addTile(const QString& name, const QString& objectName, const std::string& derivation);
    void refresh();
    void showInlet(const twin::Kpis& kpis);
    void setStale(bool stale);
    void explain(const KpiTile& tile, const std::string& key);

    bridge::ViewContext m_context;
    KpiTile* m_itPower;
    KpiTile* m_facilityPower;
    KpiTile* m_pue;
    KpiTile* m_inlet;
    KpiTile* m_cost;
    KpiTile* m_carbon;
};

}  // namespace halltwin::views::shell
