// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/project/project.h"
#include "views/bridge/color_map.h"
#include "views/bridge/twin_runner.h"
#include "views/heatmap/field_slice.h"

#include <QGraphicsObject>
#include <QImage>
#include <map>
#include <vector>

namespace halltwin::views::heatmap {

enum class RangeMode { Automatic, Pinned };

/// The heat map as an item of the plan's scene (see views/bridge/plan_coordinates.h): one picture
/// for each solved hall at a chosen height. Give it to PlanView::setUnderlay. Lives on the GUI
/// thread.
class HeatLayer : public QGraphicsObject {
    Q_OBJECT

public:
    explicit HeatLayer(QGraphicsItem* parent = nullptr);

    /// A new operating point; null shows nothing. `project` places the halls.
    void setResult(bridge::TwinResultPtr result, const Project& project);

    /// Height of the slice above the walking surface; 1.8 m at first, where most people's heads and
    /// rack tops are.
    void setSliceHeight(Length height);
    [[nodiscard]] Length sliceHeight() const { return m_height; }

    /// Colours; the range of a sequential scale is that of the air shown until it is pinned.
    void setScale(const bridge::ColorScale& scale);
    [[nodiscard]] const bridge::ColorScale& scale() const { return m_scale; }
    void pinRange(double minimumC, double maximumC);
    void unpinRange();
    [[nodiscard]] RangeMode rangeMode() const { return m_rangeMode; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

signals:
    /// The colours or their range changed: legends follow.
    void scaleChanged();

private:
    struct Picture {
        QRectF area;
        QImage image;
    };

    void rebuild();  ///< slices and pictures
    void recolor();  ///< pictures of the slices there are
    void followRange();

    bridge::TwinResultPtr m_result;
    std::map<HallId, QRectF> m_areas;  ///< of all halls, in the scene
    std::map<HallId, FieldSlice> m_slices;
    std::vector<Picture> m_pictures;
    QRectF m_bounds;
    bridge::ColorScale m_scale;
    Length m_height = metres(1.8);
    RangeMode m_rangeMode = RangeMode::Automatic;
};

}  // namespace halltwin::views::heatmap
