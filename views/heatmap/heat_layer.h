// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/project/project.h"
#include "views/bridge/air_quantity.h"
#include "views/bridge/color_map.h"
#include "views/bridge/twin_runner.h"
#include "views/heatmap/field_slice.h"
#include "views/heatmap/flow_arrows.h"

#include <QGraphicsObject>
#include <QImage>
#include <QThreadPool>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace halltwin::views::heatmap {

enum class RangeMode { Automatic, Pinned };

/// The heat map as an item of the plan's scene (see views/bridge/plan_coordinates.h): one picture
/// of a quantity for each solved hall at a chosen height. Give it to PlanView::setUnderlay. Lives
/// on the GUI thread; pictures are made on a worker, one at a time, and the latest wish wins: what
/// was shown before stays until they are there.
class HeatLayer : public QGraphicsObject {
    Q_OBJECT

public:
    explicit HeatLayer(QGraphicsItem* parent = nullptr);

    /// A new operating point; null shows nothing. `project` places the halls.
    void setResult(bridge::TwinResultPtr result, const Project& project);

    /// Height of the slice above the walking surface; 1.8 m at first, where most people's heads and
    /// rack tops are.
    void setSliceHeight(Length height);
    [[nodiscard]] Length sliceHeight() const { return m_wish.height; }

    /// What of the air is shown; temperature at first. The colours become those of the quantity.
    void setQuantity(bridge::AirQuantity quantity);
    [[nodiscard]] bridge::AirQuantity quantity() const { return m_wish.quantity; }

    /// Whether the flow in the plane is cut along with the picture; not at first.
    void setFlowWanted(bool wanted);
    /// The flow in the plane of the picture; null when it is not wanted or there is no result.
    [[nodiscard]] const FlowPlanes& flow() const { return m_flow; }

    /// Colours; the range of a sequential scale is that of the air shown until it is pinned.
    void setScale(const bridge::ColorScale& scale);
    [[nodiscard]] const bridge::ColorScale& scale() const { return m_wish.scale; }
    void pinRange(double minimum, double maximum);
    void unpinRange();
    [[nodiscard]] RangeMode rangeMode() const { return m_wish.rangeMode; }

    /// Whether what is shown is what was asked for last.
    [[nodiscard]] bool isCurrent() const { return !m_drawing && !m_waiting; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

signals:
    /// The colours or their range changed: legends follow.
    void scaleChanged();
    /// New pictures are shown, and with them the flow.
    void pictureChanged();

private:
    using Slices = std::shared_ptr<const std::map<HallId, FieldSlice>>;

    struct Picture {
        QRectF area;
        QImage image;
    };

    /// What the worker makes pictures from; all of it is copied or never changes.
    struct Wish {
        bridge::TwinResultPtr result;
        std::map<HallId, QRectF> areas;  ///< of all halls, in the scene
        Slices slices;                   ///< of result at height; null: to be cut first
        Length height = metres(1.8);
        bridge::AirQuantity quantity = bridge::AirQuantity::Temperature;
        bool wantsFlow = false;
        FlowPlanes flow;  ///< of result at height; null: not cut
        bridge::ColorScale scale;
        RangeMode rangeMode = RangeMode::Automatic;
        int look = 0;  ///< counts changes of quantity, scale and range
    };
    struct Drawing {
        Wish wish;  ///< with the slices, and the range that followed them
        std::vector<Picture> pictures;
    };

    [[nodiscard]] static Drawing draw(Wish wish);
    void forgetPlanes();
    void redraw();
    void start();
    void take(Drawing drawing);
    void showPictures(std::vector<Picture> pictures);
    void changeLook();

    Wish m_wish;
    bool m_drawing = false;  ///< the worker is at it
    bool m_waiting = false;  ///< the wish changed since
    std::vector<Picture> m_pictures;
    FlowPlanes m_flow;
    QRectF m_bounds;
    QThreadPool m_worker;  ///< last: it ends before what it uses
};

}  // namespace halltwin::views::heatmap
