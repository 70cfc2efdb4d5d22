// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"
#include "model/twin/twin.h"
#include "views/bridge/color_map.h"
#include "views/bridge/theme.h"

#include <memory>
#include <optional>

class vtkRenderer;

namespace halltwin::views::scene3d {

/// What is drawn, besides the equipment.
struct SceneOptions {
    bool horizontal = true;
    bool upright = true;
    double heightM = 1.5;   ///< of the horizontal plane above the walking surface
    double position = 0.5;  ///< of the upright plane, share of the hall's depth
    double planeOpacity = 0.80;

    bool operator==(const SceneOptions&) const = default;
};

/// The actors of the whole site in one renderer: halls, equipment coloured by intake temperature,
/// cuts through the air temperature, a colour bar. GUI thread only.
class SiteScene {
public:
    explicit SiteScene(vtkRenderer* renderer);
    ~SiteScene();
    SiteScene(const SiteScene&) = delete;
    SiteScene& operator=(const SiteScene&) = delete;

    void setTheme(const bridge::Theme& theme);

    /// `result` may be null: then equipment has the colour of its kind and there are no planes.
    void show(const Project& project, const Catalog& catalog, const twin::TwinResult* result,
              const SceneOptions& options);

    /// Looks at the data halls, or at the whole site if there are none, from the lower right or
    /// straight down.
    void lookFromCorner();
    void lookFromAbove();

    /// Temperature range of the planes and of the colour bar, °C.
    [[nodiscard]] const bridge::ColorScale& scale() const;

private:
    struct Actors;

    void showEquipment(const Project& project, const Catalog& catalog,
                       const twin::TwinResult* result);
    void showPlanes(const Project& project, const twin::TwinResult* result,
                    const SceneOptions& options);
    void fitScale(const twin::TwinResult* result);
    void look(const double (&direction)[3], const double (&up)[3]);

    std::unique_ptr<Actors> m_actors;
    const bridge::Theme* m_theme = nullptr;
};

}  // namespace halltwin::views::scene3d
