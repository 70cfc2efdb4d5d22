// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/vtk_host.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QOpenGLContext>
#include <QOpenGLFunctions_3_2_Core>
#include <QOpenGLVersionFunctionsFactory>
#include <QWheelEvent>
#include <cmath>
#include <vtkCallbackCommand.h>
#include <vtkCamera.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkMath.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

namespace halltwin::views::scene3d {
namespace {

constexpr double degreesPerPixel = 0.35;
constexpr double zoomPerStep = 1.15;
constexpr double lowestElevationDegrees = 4.0;
constexpr double highestElevationDegrees = 89.0;

QSurfaceFormat vtkFormat() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setSamples(0);
    return format;
}

double elevationOf(vtkCamera* camera) {
    double direction[3];
    camera->GetDirectionOfProjection(direction);
    return vtkMath::DegreesFromRadians(std::asin(std::clamp(-direction[2], -1.0, 1.0)));
}

}  // namespace

struct VtkHost::Window {
    vtkNew<vtkGenericOpenGLRenderWindow> render;
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkCallbackCommand> isCurrent;
    vtkNew<vtkCallbackCommand> makeCurrent;
};

VtkHost::VtkHost(QWidget* parent) : QOpenGLWidget(parent), m_window(std::make_unique<Window>()) {
    setFormat(vtkFormat());
    setFocusPolicy(Qt::StrongFocus);
    vtkGenericOpenGLRenderWindow* window = m_window->render;
    window->SetMultiSamples(0);
    window->SetOwnContext(0);
    window->SetReadyForRendering(false);
    window->AddRenderer(m_window->renderer);

    // VTK draws nothing until somebody answers whether its context is current.
    m_window->isCurrent->SetClientData(this);
    m_window->isCurrent->SetCallback([](vtkObject*, unsigned long, void* self, void* answer) {
        const auto* host = static_cast<VtkHost*>(self);
        *static_cast<bool*>(answer) = QOpenGLContext::currentContext() == host->context();
    });
    window->AddObserver(vtkCommand::WindowIsCurrentEvent, m_window->isCurrent);

    // makeCurrent() binds Qt's framebuffer: in the middle of a VTK frame that would turn the
    // picture black.
    m_window->makeCurrent->SetClientData(this);
    m_window->makeCurrent->SetCallback([](vtkObject*, unsigned long, void* self, void*) {
        auto* host = static_cast<VtkHost*>(self);
        if (host->context() != nullptr && QOpenGLContext::currentContext() != host->context()) {
            host->makeCurrent();
        }
    });
    window->AddObserver(vtkCommand::WindowMakeCurrentEvent, m_window->makeCurrent);
}

VtkHost::~VtkHost() {
    releaseContext();
    // The base class destroys the context after this object's members are gone.
    if (context() != nullptr) disconnect(context(), nullptr, this, nullptr);
    m_window->render->RemoveAllObservers();
}

vtkRenderer* VtkHost::renderer() const {
    return m_window->renderer;
}

void VtkHost::scheduleRender() {
    update();
}

void VtkHost::releaseContext() {
    if (!m_window->render->GetReadyForRendering() || context() == nullptr) return;
    makeCurrent();
    m_window->render->Finalize();
    m_window->render->SetReadyForRendering(false);
    doneCurrent();
}

void VtkHost::initializeGL() {
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &VtkHost::releaseContext,
            Qt::DirectConnection);
    const QSurfaceFormat got = context()->format();
    if (got.majorVersion() < 3 || (got.majorVersion() == 3 && got.minorVersion() < 2)) {
        emit unusable(tr("OpenGL 3.2 is needed; this display offers %1.%2")
                          .arg(got.majorVersion())
                          .arg(got.minorVersion()));
        return;
    }
    vtkGenericOpenGLRenderWindow* window = m_window->render;
    window->OpenGLInitContext();
    window->SetReadyForRendering(true);
    window->SetMapped(true);
}

void VtkHost::resizeGL(int width, int height) {
    const double scale = devicePixelRatioF();
    m_window->render->SetSize(static_cast<int>(width * scale), static_cast<int>(height * scale));
}

void VtkHost::paintGL() {
    vtkGenericOpenGLRenderWindow* window = m_window->render;
    if (!window->GetReadyForRendering()) return;
    window->SetFrameBlitModeToNoBlit();
    vtkOpenGLState* state = window->GetState();
    state->Reset();
    state->Push();
    window->Render();
    state->Pop();
    showFrame();
}

/// Copies VTK's finished frame into Qt's framebuffer and makes it opaque.
void VtkHost::showFrame() {
    auto* gl = QOpenGLVersionFunctionsFactory::get<QOpenGLFunctions_3_2_Core>(context());
    if (gl == nullptr) return;
    const int* size = m_window->render->GetSize();
    vtkOpenGLFramebufferObject* frame = m_window->render->GetDisplayFramebuffer();
    gl->glDisable(GL_SCISSOR_TEST);
    gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, frame->GetFBOIndex());
    gl->glReadBuffer(GL_COLOR_ATTACHMENT0);
    gl->glBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
    constexpr GLenum target = GL_COLOR_ATTACHMENT0;
    gl->glDrawBuffers(1, &target);
    gl->glBlitFramebuffer(0, 0, size[0], size[1], 0, 0, size[0], size[1], GL_COLOR_BUFFER_BIT,
                          GL_NEAREST);
    gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
    // VTK leaves alpha 0 behind the scene, which Qt would show as a transparent window.
    gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    gl->glClearColor(0.0F, 0.0F, 0.0F, 1.0F);
    gl->glClear(GL_COLOR_BUFFER_BIT);
    gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

void VtkHost::mousePressEvent(QMouseEvent* event) {
    m_lastPosition = event->position();
    m_pressPosition = event->position();
    m_isDrag = false;
}

void VtkHost::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !m_isDrag) emit clicked(event->position());
}

std::optional<std::array<double, 3>> VtkHost::pointAtHeight(const QPointF& place,
                                                            double level) const {
    const double scale = devicePixelRatioF();
    const double x = place.x() * scale;
    const double y = (height() - 1.0 - place.y()) * scale;
    const auto worldAt = [&](double depth) {
        double point[4];
        renderer()->SetDisplayPoint(x, y, depth);
        renderer()->DisplayToWorld();
        renderer()->GetWorldPoint(point);
        return std::array<double, 3>{point[0] / point[3], point[1] / point[3], point[2] / point[3]};
    };
    const auto near = worldAt(0.0);
    const auto far = worldAt(1.0);
    const double drop = far[2] - near[2];
    if (std::abs(drop) < 1e-9) return std::nullopt;
    const double share = (level - near[2]) / drop;
    if (share < 0.0 || share > 1.0) return std::nullopt;
    return std::array<double, 3>{near[0] + share * (far[0] - near[0]),
                                 near[1] + share * (far[1] - near[1]), level};
}

void VtkHost::mouseMoveEvent(QMouseEvent* event) {
    const QPointF way = event->position() - m_pressPosition;
    if (way.manhattanLength() >= QApplication::startDragDistance()) m_isDrag = true;
    if (!m_isDrag) return;
    const QPointF delta = event->position() - m_lastPosition;
    m_lastPosition = event->position();
    const bool shifted = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->buttons().testFlag(Qt::LeftButton) && !shifted) {
        orbit(delta);
    } else if (event->buttons() != Qt::NoButton) {
        pan(delta);
    }
}

void VtkHost::wheelEvent(QWheelEvent* event) {
    zoom(std::pow(zoomPerStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void VtkHost::keyPressEvent(QKeyEvent* event) {
    constexpr double step = 20.0;
    switch (event->key()) {
        case Qt::Key_Left: orbit({step, 0.0}); return;
        case Qt::Key_Right: orbit({-step, 0.0}); return;
        case Qt::Key_Up: orbit({0.0, step}); return;
        case Qt::Key_Down: orbit({0.0, -step}); return;
        case Qt::Key_Plus: zoom(zoomPerStep); return;
        case Qt::Key_Minus: zoom(1.0 / zoomPerStep); return;
        default: QOpenGLWidget::keyPressEvent(event);
    }
}

void VtkHost::orbit(QPointF delta) {
    vtkCamera* camera = renderer()->GetActiveCamera();
    camera->Azimuth(-delta.x() * degreesPerPixel);
    const double elevation = elevationOf(camera);
    const double wanted = std::clamp(elevation + delta.y() * degreesPerPixel,
                                     lowestElevationDegrees, highestElevationDegrees);
    camera->Elevation(wanted - elevation);
    renderer()->ResetCameraClippingRange();
    scheduleRender();
}

void VtkHost::pan(QPointF delta) {
    vtkCamera* camera = renderer()->GetActiveCamera();
    const double angle = vtkMath::RadiansFromDegrees(camera->GetViewAngle());
    const double metresPerPixel =
        2.0 * camera->GetDistance() * std::tan(0.5 * angle) / std::max(1, height());
    double forward[3];
    double up[3];
    double right[3];
    camera->GetDirectionOfProjection(forward);
    camera->GetViewUp(up);
    vtkMath::Cross(forward, up, right);
    vtkMath::Normalize(right);
    vtkMath::Cross(right, forward, up);
    double focus[3];
    double eye[3];
    camera->GetFocalPoint(focus);
    camera->GetPosition(eye);
    for (int i = 0; i < 3; ++i) {
        const double shift = (-delta.x() * right[i] + delta.y() * up[i]) * metresPerPixel;
        focus[i] += shift;
        eye[i] += shift;
    }
    camera->SetFocalPoint(focus);
    camera->SetPosition(eye);
    renderer()->ResetCameraClippingRange();
    scheduleRender();
}

void VtkHost::zoom(double factor) {
    renderer()->GetActiveCamera()->Dolly(factor);
    renderer()->ResetCameraClippingRange();
    scheduleRender();
}

}  // namespace halltwin::views::scene3d
