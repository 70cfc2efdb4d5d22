// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/project/catalog.h"
#include "views/bridge/view_context.h"

#include <QString>
#include <QWidget>

namespace halltwin::twin {
struct TwinResult;
}

namespace halltwin::views::charts {

class BarChart;
class LoadingBars;

/// The power tab of the charts: the fullest elements, where power is lost (by kind where elements
/// are many), and the load of the
/// three phases of the selected element, or of the one whose phases differ most. Follows twin and
/// selection by itself, not while hidden. Lives on the GUI thread.
class PowerPanel : public QWidget {
    Q_OBJECT

public:
    explicit PowerPanel(const bridge::ViewContext& context, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showLoading(const twin::TwinResult& result);
    void showLosses(const twin::TwinResult& result);
    void showPhases();
    [[nodiscard]] QString nameOf(ItemId item) const;
    [[nodiscard]] ItemKind kindOf(ItemId item) const;

    bridge::ViewContext m_context;
    LoadingBars* m_loading;
    BarChart* m_losses;
    BarChart* m_phases;
};

}  // namespace halltwin::views::charts
