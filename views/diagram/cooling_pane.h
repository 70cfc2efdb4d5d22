// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_layout.h"
#include "model/twin/piping.h"
#include "views/bridge/latest_job.h"
#include "views/bridge/view_context.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <set>
#include <vector>

class QPoint;

namespace halltwin::views::diagram {

class DiagramView;
class LoopList;

/// The Cooling tab: the loops of what the twin shows, from what rejects heat at the top to what
/// takes water at the foot, with a list of the loops beside. Follows twin, selection and theme by
/// itself; does nothing while hidden. What is drawn is made on a worker.
class CoolingPane : public QWidget {
    Q_OBJECT

public:
    explicit CoolingPane(const bridge::ViewContext& context, QWidget* parent = nullptr);

    [[nodiscard]] DiagramView& view() { return *m_view; }
    [[nodiscard]] LoopList& list() { return *m_list; }
    /// What is shown belongs to the twin's answer.
    [[nodiscard]] bool isCurrent() const { return !m_isStale && m_drawJob.isIdle(); }

    void fit();
    void zoomIn();
    void zoomOut();

    /// Makes this loop of the answer stand out; none: all are drawn alike.
    void pickLoop(std::optional<std::size_t> loop);

    /// The diagram as shown, as SVG or PDF by the ending.
    [[nodiscard]] Result<void> write(const QString& path) const;

signals:
    void planWanted(const std::vector<halltwin::ItemId>& items);

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// A diagram's places, which stay while its graph does.
    struct Places {
        power::DiagramGraph graph;
        power::DiagramLayout layout;
    };
    struct Drawing;

    [[nodiscard]] QWidget* makeStrip();
    void connectModel();
    void connectView();
    void pick(const std::set<ItemId>& items, bool adds);
    void refresh();
    void clear();
    void draw();
    void showList();
    void showMenu(ItemId item, const QPoint& screen);

    bridge::ViewContext m_context;
    power::FoldSettings m_fold;
    std::shared_ptr<const Places> m_places;
    std::shared_ptr<const twin::Piping> m_piping;
    std::optional<std::size_t> m_loop;
    bool m_isStale = true;
    DiagramView* m_view;
    LoopList* m_list;
    bridge::LatestJob m_drawJob;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::diagram
