// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/twin.h"
#include "views/bridge/air_quantity.h"
#include "views/bridge/color_map.h"
#include "views/bridge/theme.h"
#include "views/scene3d/air_shapes.h"

#include <memory>
#include <optional>

class vtkRenderer;

namespace halltwin::views::scene3d {

/// The colours of a quantity over all air of a result, with round ends. None without air, and where
/// the result does not know the quantity.
[[nodiscard]] std::optional<bridge::ColorScale> airScale(const twin::TwinResult& result,
                                                         bridge::AirQuantity quantity);

/// The actors of the air in one renderer: cuts, arrows, streamlines, the surface at a limit, and
/// the colour bar. GUI thread only.
class AirScene {
public:
    explicit AirScene(vtkRenderer* renderer);
    ~AirScene();
    AirScene(const AirScene&) = delete;
    AirScene& operator=(const AirScene&) = delete;

    void setTheme(const bridge::Theme& theme);

    /// The scale is the one that the shapes were made with.
    void show(const AirShapes& shapes, const bridge::ColorScale& scale, const AirOptions& options);
    void clear();

private:
    struct Actors;

    void showScale(const bridge::ColorScale& scale, bridge::AirQuantity quantity);

    std::unique_ptr<Actors> m_actors;
};

}  // namespace halltwin::views::scene3d
