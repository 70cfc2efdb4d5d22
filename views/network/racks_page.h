// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/latest_job.h"
#include "views/bridge/network_study.h"
#include "views/network/rack_model.h"

#include <QString>
#include <QWidget>
#include <set>

class QLabel;
class QPoint;
class QStackedWidget;
class QTableView;

namespace halltwin::views::network {

class ElevationView;

/// The racks of the site: a list to sort and filter, and the elevations of those that are selected,
/// here or in any other view. Shows racks of a project without a fabric too. Does nothing while
/// hidden; what is drawn is made on a worker.
class RacksPage : public QWidget {
    Q_OBJECT

public:
    RacksPage(const bridge::ViewContext& context, bridge::NetworkStudy& study,
              QWidget* parent = nullptr);

    [[nodiscard]] const ElevationView& view() const { return *m_view; }
    [[nodiscard]] ElevationView& view() { return *m_view; }
    /// What is shown belongs to the twin's answer and to the study.
    [[nodiscard]] bool isCurrent() const { return !m_isStale && m_job.isIdle(); }

    /// The elevations as shown, as SVG or PDF by the ending.
    [[nodiscard]] Result<void> write(const QString& path) const;

signals:
    void planWanted(const std::vector<halltwin::ItemId>& items);
    /// The elevations are wanted as a file.
    void exportWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeElevations();
    [[nodiscard]] QWidget* makeStrip();
    void setUpTable();
    void connectModel();
    void refresh();
    void show(RackListPtr racks);
    void showSelection();
    void selectFromTable();
    void showMenu(const diagram::RackPart& part, ItemId rack, const QPoint& screen);
    void toggleCut(const diagram::RackPart& part);

    bridge::ViewContext m_context;
    bridge::NetworkStudy& m_study;
    bool m_isStale = true;
    bool m_isFollowing = false;  ///< the table takes over the selection: not to be sent back
    RackModel m_model;
    RackFilter m_filter;
    RackListPtr m_racks;
    QStackedWidget* m_stack;
    QTableView* m_table;
    ElevationView* m_view;
    QLabel* m_note;
    bridge::LatestJob m_job;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::network
