// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QOpenGLWidget>
#include <QPointF>
#include <array>
#include <memory>
#include <optional>

class vtkRenderer;

namespace halltwin::views::scene3d {

/// Draws a VTK renderer inside a Qt widget: a generic OpenGL render window that shares this
/// widget's context. Left drag orbits, right or middle drag (or Shift + left) pans, the wheel zooms
/// at the focal point. Debian's VTK widgets are built against Qt 5, so this is the bridge to Qt 6.
/// GUI thread only.
class VtkHost : public QOpenGLWidget {
    Q_OBJECT

public:
    explicit VtkHost(QWidget* parent = nullptr);
    ~VtkHost() override;

    [[nodiscard]] vtkRenderer* renderer() const;

    /// Draws again at the next event loop turn; several calls make one frame.
    void scheduleRender();

    /// Where the ray through a place of the widget meets a horizontal plane, in the scene's
    /// coordinates; none when it runs along it or away from it.
    [[nodiscard]] std::optional<std::array<double, 3>> pointAtHeight(const QPointF& place,
                                                                     double level) const;

signals:
    /// The left button went down and up at a place without a drag.
    void clicked(const QPointF& place);
    /// The OpenGL context cannot be used for VTK: a picture is not possible here.
    void unusable(const QString& why);

protected:
    void initializeGL() override;
    void paintGL() override;
    void resizeGL(int width, int height) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Window;

    void releaseContext();
    void showFrame();
    void orbit(QPointF delta);
    void pan(QPointF delta);
    void zoom(double factor);

    std::unique_ptr<Window> m_window;
    QPointF m_lastPosition;
    QPointF m_pressPosition;
    bool m_isDrag = false;  ///< the mouse went too far for a click
};

}  // namespace halltwin::views::scene3d
