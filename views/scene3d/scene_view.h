// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"
#include "views/scene3d/site_scene.h"

#include <QWidget>
#include <memory>

class QCheckBox;
class QLabel;
class QSlider;

namespace halltwin::views::scene3d {

class VtkHost;

/// The 3-D tab: the site with its equipment, one horizontal and one upright cut through the air
/// temperature, and the controls for both. Follows the session, the twin and the theme while it is
/// visible.
class SceneView : public QWidget {
    Q_OBJECT

public:
    explicit SceneView(const bridge::ViewContext& context, QWidget* parent = nullptr);
    ~SceneView() override;

    /// What is on screen, for tests and for the picture export. Null without OpenGL.
    [[nodiscard]] QImage grabPicture();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeControls();
    void refresh();
    void refreshPlanes();

    bridge::ViewContext m_context;
    VtkHost* m_host = nullptr;
    QLabel* m_notice = nullptr;
    QCheckBox* m_horizontal = nullptr;
    QSlider* m_height = nullptr;
    QLabel* m_heightText = nullptr;
    QCheckBox* m_upright = nullptr;
    QSlider* m_position = nullptr;
    QLabel* m_positionText = nullptr;
    std::unique_ptr<SiteScene> m_scene;
    SceneOptions m_options;
    bool m_stale = true;
    bool m_placed = false;  ///< the camera has been set for this project
};

}  // namespace halltwin::views::scene3d
