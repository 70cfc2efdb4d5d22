// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/scene_view.h"

#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/scene3d/vtk_host.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace halltwin::views::scene3d {
namespace {

constexpr int heightStepsPerMetre = 10;
constexpr int highestSliceM = 6;

QSlider* makeSlider(int maximum, int value, const QString& name, const QString& tip) {
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, maximum);
    slider->setValue(value);
    slider->setFixedWidth(140);
    slider->setAccessibleName(name);
    slider->setToolTip(tip);
    return slider;
}

}  // namespace

SceneView::SceneView(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_host(new VtkHost(this)),
      m_notice(new QLabel(this)) {
    setObjectName(QStringLiteral("sceneView"));
    m_host->setObjectName(QStringLiteral("sceneHost"));
    m_host->setAccessibleName(tr("3-D view of the site"));
    m_scene = std::make_unique<SiteScene>(m_host->renderer());
    m_scene->setTheme(context.theme);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_notice->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeControls());
    layout->addWidget(m_host, 1);
    layout->addWidget(m_notice, 1);

    connect(m_host, &VtkHost::unusable, this, [this](const QString& why) {
        m_notice->setText(why);
        m_notice->show();
        m_host->hide();
    });
    connect(&context.twin, &bridge::TwinFeed::resultReady, this, &SceneView::refresh);
    connect(&context.session, &bridge::ProjectSession::changed, this, &SceneView::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, [this] {
        m_placed = false;
        refresh();
    });
    connect(&context.theme, &bridge::Theme::changed, this, [this] {
        m_scene->setTheme(m_context.theme);
        refresh();
    });
}

SceneView::~SceneView() = default;

QWidget* SceneView::makeControls() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(bridge::space::m, bridge::space::xs, bridge::space::m,
                               bridge::space::xs);
    layout->setSpacing(bridge::space::s);

    m_horizontal = new QCheckBox(tr("Horizontal cut at"));
    m_horizontal->setChecked(m_options.horizontal);
    m_height =
        makeSlider(highestSliceM * heightStepsPerMetre,
                   static_cast<int>(m_options.heightM * heightStepsPerMetre),
                   tr("Height of the horizontal cut"), tr("Height above the walking surface"));
    m_heightText = new QLabel;
    m_upright = new QCheckBox(tr("Upright cut at"));
    m_upright->setChecked(m_options.upright);
    m_position = makeSlider(100, static_cast<int>(m_options.position * 100),
                            tr("Position of the upright cut"), tr("Share of the hall's depth"));
    m_positionText = new QLabel;
    for (QLabel* text : {m_heightText, m_positionText})
        text->setMinimumWidth(56);

    auto* corner = new QPushButton(tr("From the corner"));
    auto* above = new QPushButton(tr("From above"));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_horizontal), static_cast<QWidget*>(m_height),
          static_cast<QWidget*>(m_heightText), static_cast<QWidget*>(m_upright),
          static_cast<QWidget*>(m_position), static_cast<QWidget*>(m_positionText)}) {
        layout->addWidget(widget);
    }
    layout->addStretch(1);
    layout->addWidget(corner);
    layout->addWidget(above);

    for (QCheckBox* box : {m_horizontal, m_upright}) {
        connect(box, &QCheckBox::toggled, this, &SceneView::refreshPlanes);
    }
    for (QSlider* slider : {m_height, m_position}) {
        connect(slider, &QSlider::valueChanged, this, &SceneView::refreshPlanes);
    }
    connect(corner, &QPushButton::clicked, this, [this] {
        m_scene->lookFromCorner();
        m_host->scheduleRender();
    });
    connect(above, &QPushButton::clicked, this, [this] {
        m_scene->lookFromAbove();
        m_host->scheduleRender();
    });
    return bar;
}

void SceneView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale) refresh();
}

void SceneView::refreshPlanes() {
    m_options.horizontal = m_horizontal->isChecked();
    m_options.upright = m_upright->isChecked();
    m_options.heightM = static_cast<double>(m_height->value()) / heightStepsPerMetre;
    m_options.position = m_position->value() / 100.0;
    refresh();
}

void SceneView::refresh() {
    m_stale = !isVisible();
    if (m_stale) return;
    m_heightText->setText(bridge::formatWithUnit(m_options.heightM, 1, tr("m")));
    m_positionText->setText(bridge::formatShare(m_options.position));
    const auto& result = m_context.twin.latest();
    const auto& project = m_context.twin.latestProject();
    // A result is drawn with the project that it belongs to, so that colours and boxes agree.
    if (result && project) {
        m_scene->show(*project, m_context.session.catalog(), result.get(), m_options);
    } else {
        m_scene->show(*m_context.session.shown(), m_context.session.catalog(), nullptr, m_options);
    }
    if (!m_placed) {
        m_scene->lookFromCorner();
        m_placed = true;
    }
    m_host->scheduleRender();
}

QImage SceneView::grabPicture() {
    refresh();
    return m_host->isVisible() ? m_host->grabFramebuffer() : QImage{};
}

}  // namespace halltwin::views::scene3d
