// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/latest_job.h"
#include "views/bridge/network_study.h"
#include "views/bridge/view_context.h"
#include "views/network/fabric_picture.h"

#include <QWidget>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QLabel;
class QMenu;
class QPoint;

namespace halltwin::views::network {

class FabricDiagramView;
class FloatingCard;
struct DiagramPick;

/// The diagram of the fabric that the study is about: folded tiers with the load of the traffic,
/// what is cut and what that does, and the ways between two devices. Follows study, selection and
/// theme by itself; does nothing while hidden. What is drawn is made on a worker.
class FabricDiagramPage : public QWidget {
    Q_OBJECT

public:
    FabricDiagramPage(const bridge::ViewContext& context, bridge::NetworkStudy& study,
                      QWidget* parent = nullptr);

    [[nodiscard]] FabricDiagramView& view() { return *m_view; }
    /// What is shown belongs to the study's answer, which is the last to come.
    [[nodiscard]] bool isCurrent() const;

    void fit();
    void zoomIn();
    void zoomOut();

    /// Folds the picture as it is when it is first shown.
    void foldAll();
    /// Cuts what is picked, or restores it where all of it is cut.
    void toggleCut();
    /// Lights the ways between two devices of the fabric.
    void showWays(halltwin::network::DeviceIndex from, halltwin::network::DeviceIndex to);
    void dropWays();

    /// The diagram as shown, as SVG or PDF by the ending. Fails with InvalidArgument while there is
    /// no fabric, and as writePicture does.
    [[nodiscard]] Result<void> write(const QString& path) const;

signals:
    void planWanted(const std::vector<halltwin::ItemId>& items);
    void message(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* makeStrip();
    [[nodiscard]] QWidget* makeCards();
    void connectModel();
    void connectView();
    void refresh();
    void draw();
    void take(FabricPicturePtr picture);
    void tellNothing();
    [[nodiscard]] halltwin::network::Folding& folding();
    void setOpen(halltwin::network::GroupIndex group, bool isOpen);
    void toggle(std::uint32_t node);
    void select(const DiagramPick& picked, bool adds);
    void wayTo(halltwin::network::DeviceIndex to);
    void findWays();
    void tellWays();

    void showMenu(const QPoint& screen);
    void fillNodeMenu(QMenu& menu, std::uint32_t node);
    void fillEdgeMenu(QMenu& menu, std::uint32_t edge);
    void addCut(QMenu& menu, const QString& what, std::vector<std::string> names);
    [[nodiscard]] bool areCut(const std::vector<std::string>& names) const;
    void toggleLosses(const std::vector<std::string>& names);

    bridge::ViewContext m_context;
    bridge::NetworkStudy& m_study;
    FabricDiagramView* m_view;
    FloatingCard* m_waysCard = nullptr;
    FloatingCard* m_lossCard = nullptr;
    QLabel* m_bottleneck = nullptr;
    std::map<FabricId, halltwin::network::Folding> m_foldings;
    FabricPicturePtr m_picture;
    std::optional<halltwin::network::DeviceIndex> m_from;  ///< of ways whose other end is to come
    std::optional<std::pair<halltwin::network::DeviceIndex, halltwin::network::DeviceIndex>> m_ends;
    std::optional<halltwin::network::WaysBetween> m_ways;
    bool m_isStale = true;
    bool m_isWatching = false;
    bool m_lossIsDismissed = false;
    bridge::LatestJob m_wayJob;
    bridge::LatestJob m_drawJob;  ///< last: they end before what they fill
};

}  // namespace halltwin::views::network
