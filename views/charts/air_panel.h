// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/twin/derivation.h"
#include "views/bridge/twin_runner.h"
#include "views/bridge/view_context.h"

#include <QTimer>
#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace halltwin::views::charts {

class FigureRow;
class RackRanking;

/// Air management of one hall: its figures with their target bands, and its racks ranked by their
/// warmest intake. Follows the twin ten times a second at most, not while hidden. Lives on the GUI
/// thread.
class AirPanel : public QWidget {
    Q_OBJECT

public:
    explicit AirPanel(const bridge::ViewContext& context, QWidget* parent = nullptr);

signals:
    /// The user asks where a figure comes from; `anchor` is what was clicked.
    void explained(const halltwin::twin::Derivation& derivation, const QWidget& anchor);

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeFigures();
    [[nodiscard]] QWidget* makeRanking();
    void onResult();
    void refresh();
    void showHalls(const twin::TwinResult& result, const Project& project);
    void showFigures(const twin::RoomAnswer* room);
    void showRanking(const twin::RoomAnswer* room, const Project& project);

    bridge::ViewContext m_context;
    QComboBox* m_hall;
    QLabel* m_empty;
    QVBoxLayout* m_list = nullptr;
    std::vector<FigureRow*> m_rows;
    RackRanking* m_ranking;
    QTimer m_wait;
    HallId m_shown;
};

}  // namespace halltwin::views::charts
