// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/latest_job.h"
#include "views/bridge/twin_runner.h"
#include "views/bridge/view_context.h"
#include "views/scene3d/air_scene.h"
#include "views/scene3d/site_scene.h"

#include <QWidget>
#include <array>
#include <memory>
#include <optional>

class QLabel;

namespace halltwin::views::scene3d {

class AirControls;
class VtkHost;

/// Ends of a colour scale, in the unit of the quantity.
struct ShownRange {
    double low = 0.0;
    double high = 0.0;

    bool operator==(const ShownRange&) const = default;
};

/// The 3-D tab: the site with its equipment, the air in it, and a panel that says what of the air
/// is drawn. Follows the session, the twin and the theme while it is visible. Shapes of the air are
/// made on a worker; those shown stay until the new ones are there.
class SceneView : public QWidget {
    Q_OBJECT

public:
    explicit SceneView(const bridge::ViewContext& context, QWidget* parent = nullptr);
    ~SceneView() override;

    /// What is on screen, for tests and for the picture export. Null without OpenGL.
    [[nodiscard]] QImage grabPicture();

    /// Colours of a quantity over this range in every picture; none: over what the air shown has.
    /// For pictures that are to be compared.
    void pinRange(bridge::AirQuantity quantity, const std::optional<ShownRange>& range);

    /// The colours of the air now; none without air.
    [[nodiscard]] std::optional<bridge::ColorScale> scale() const;

    /// Whether the air drawn is what was asked for last.
    [[nodiscard]] bool isCurrent() const { return m_job.isIdle(); }
    [[nodiscard]] const AirShapes& shapes() const { return m_shapes; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void refreshSite();
    void refreshAir();
    void traceFrom(const QPointF& place);

    bridge::ViewContext m_context;
    VtkHost* m_host = nullptr;
    QLabel* m_notice = nullptr;
    AirControls* m_controls = nullptr;
    std::unique_ptr<SiteScene> m_site;
    std::unique_ptr<AirScene> m_air;
    AirShapes m_shapes;
    std::shared_ptr<const Project> m_shownProject;  ///< what the boxes are of
    bridge::TwinResultPtr m_shownResult;
    std::array<std::optional<ShownRange>, bridge::airQuantities.size()> m_pinned;
    bool m_stale = true;
    bool m_placed = false;  ///< the camera has been set for this project
    bridge::LatestJob m_job;
};

}  // namespace halltwin::views::scene3d
