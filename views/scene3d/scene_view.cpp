// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/scene_view.h"

#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/scene3d/air_controls.h"
#include "views/scene3d/vtk_host.h"

#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <utility>

namespace halltwin::views::scene3d {

SceneView::SceneView(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_host(new VtkHost(this)),
      m_notice(new QLabel(this)),
      m_controls(new AirControls(this)) {
    setObjectName(QStringLiteral("sceneView"));
    m_host->setObjectName(QStringLiteral("sceneHost"));
    m_host->setAccessibleName(tr("3-D view of the site"));
    m_site = std::make_unique<SiteScene>(m_host->renderer());
    m_air = std::make_unique<AirScene>(m_host->renderer());
    m_site->setTheme(context.theme);
    m_air->setTheme(context.theme);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_notice->hide();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_host, 1);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_controls);

    connect(m_host, &VtkHost::unusable, this, [this](const QString& why) {
        m_notice->setText(why);
        m_notice->show();
        m_host->hide();
    });
    connect(m_host, &VtkHost::clicked, this, &SceneView::traceFrom);
    connect(m_controls, &AirControls::optionsChanged, this, &SceneView::refreshAir);
    connect(m_controls, &AirControls::cornerRequested, this, [this] {
        m_site->lookFromCorner();
        m_host->scheduleRender();
    });
    connect(m_controls, &AirControls::aboveRequested, this, [this] {
        m_site->lookFromAbove();
        m_host->scheduleRender();
    });
    connect(&context.twin, &bridge::TwinFeed::resultReady, this, &SceneView::refresh);
    connect(&context.session, &bridge::ProjectSession::changed, this, &SceneView::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, [this] {
        m_placed = false;
        refresh();
    });
    connect(&context.theme, &bridge::Theme::changed, this, [this] {
        m_site->setTheme(m_context.theme);
        m_air->setTheme(m_context.theme);
        m_shownProject.reset();  // boxes take their colours from the theme
        refresh();
    });
}

SceneView::~SceneView() = default;

void SceneView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale) refresh();
}

void SceneView::refresh() {
    m_stale = !isVisible();
    if (m_stale) return;
    refreshSite();
    refreshAir();
}

void SceneView::refreshSite() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    const auto& solved = m_context.twin.latestProject();
    // A result is drawn with the project that it belongs to, so that colours and boxes agree.
    const bool hasResult = result != nullptr && solved != nullptr;
    const auto project = hasResult ? solved : m_context.session.shown();
    if (project == m_shownProject && result == m_shownResult) return;
    m_shownProject = project;
    m_shownResult = result;
    m_site->show(*project, m_context.session.catalog(), hasResult ? result.get() : nullptr);
    m_controls->setHalls(*project, hasResult ? result.get() : nullptr);
    if (!m_placed) {
        m_site->lookFromCorner();
        m_placed = true;
    }
    m_host->scheduleRender();
}

std::optional<bridge::ColorScale> SceneView::scale() const {
    if (m_shownResult == nullptr || m_context.twin.latestProject() == nullptr) return std::nullopt;
    const bridge::AirQuantity quantity = m_controls->options().quantity;
    const auto scale = airScale(*m_shownResult, quantity);
    const auto& pinned = m_pinned[static_cast<std::size_t>(quantity)];
    if (scale && pinned) return scale->withRange(pinned->low, pinned->high);
    return scale;
}

void SceneView::pinRange(bridge::AirQuantity quantity, const std::optional<ShownRange>& range) {
    auto& pinned = m_pinned[static_cast<std::size_t>(quantity)];
    if (pinned == range) return;
    pinned = range;
    refreshAir();
}

void SceneView::refreshAir() {
    if (!isVisible()) return;
    const auto scale = this->scale();
    if (!scale) {
        m_job.forget();
        m_shapes = {};
        m_air->clear();
        m_host->scheduleRender();
        return;
    }
    m_job.want([this, project = m_shownProject, catalog = m_context.session.sharedCatalog(),
                result = m_shownResult, options = m_controls->options(), scale = *scale] {
        AirShapes shapes = airShapes(*project, *catalog, *result, options, scale);
        return [this, shapes = std::move(shapes), options, scale] {
            m_shapes = shapes;
            m_air->show(m_shapes, scale, options);
            m_host->scheduleRender();
        };
    });
}

/// Where the ray under the mouse meets the level of the horizontal cut.
void SceneView::traceFrom(const QPointF& place) {
    const double height = m_controls->options().heightM;
    const auto point = m_host->pointAtHeight(place, height);
    if (point) m_controls->setSeed(*point);
}

QImage SceneView::grabPicture() {
    refreshSite();
    return m_host->isVisible() ? m_host->grabFramebuffer() : QImage{};
}

}  // namespace halltwin::views::scene3d
