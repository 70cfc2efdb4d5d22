// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"
#include "model/twin/twin.h"
#include "views/bridge/theme.h"

#include <memory>

class vtkRenderer;

namespace halltwin::views::scene3d {

/// The actors of the whole site in one renderer: halls, and equipment coloured by intake
/// temperature. GUI thread only.
class SiteScene {
public:
    explicit SiteScene(vtkRenderer* renderer);
    ~SiteScene();
    SiteScene(const SiteScene&) = delete;
    SiteScene& operator=(const SiteScene&) = delete;

    void setTheme(const bridge::Theme& theme);

    /// `result` may be null: then equipment has the colour of its kind.
    void show(const Project& project, const Catalog& catalog, const twin::TwinResult* result);

    /// Looks at the data halls, or at the whole site if there are none, from the lower right or
    /// straight down.
    void lookFromCorner();
    void lookFromAbove();

private:
    struct Actors;

    void showEquipment(const Project& project, const Catalog& catalog,
                       const twin::TwinResult* result);
    void look(const double (&direction)[3], const double (&up)[3]);

    std::unique_ptr<Actors> m_actors;
    const bridge::Theme* m_theme = nullptr;
};

}  // namespace halltwin::views::scene3d
