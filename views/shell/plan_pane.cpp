// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/plan_pane.h"

#include "views/bridge/color_map.h"
#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/floorplan/cable_key.h"
#include "views/floorplan/cable_traffic.h"
#include "views/floorplan/plan_view.h"
#include "views/heatmap/arrow_layer.h"
#include "views/heatmap/heat_images.h"
#include "views/heatmap/heat_layer.h"
#include "views/heatmap/range_row.h"
#include "views/heatmap/section_view.h"
#include "views/shell/air_strip.h"
#include "views/shell/settings.h"
#include "views/shell/trial_badge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

namespace halltwin::views::shell {
namespace {

constexpr double arrowStacking = 9.0;  ///< above the heat, below tiles and what is on them
constexpr int sectionHeight = 190;

QString keyOf(bridge::AirQuantity quantity) {
    return QString::fromLatin1(bridge::lookOf(quantity).key);
}

}  // namespace

PlanPane::PlanPane(const bridge::ViewContext& context, bridge::NetworkStudy& study, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_plan(new floorplan::PlanView(context, this)),
      m_heat(new heatmap::HeatLayer),
      m_arrows(new heatmap::ArrowLayer),
      m_arrowKey(new heatmap::ArrowKey(context.theme)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_sectionPanel(makeSectionPanel()),
      m_strip(new AirStrip(context, *m_plan, this)),
      m_trialBadge(new TrialBadge(context.theme, this)) {
    setObjectName(QStringLiteral("planPane"));
    m_plan->setObjectName(QStringLiteral("planView"));
    m_plan->setAccessibleName(tr("Floor plan"));
    m_plan->setFrameShape(QFrame::NoFrame);
    m_plan->setUnderlay(m_heat);
    m_plan->addLayerItem(floorplan::Layer::AirFlow, m_arrows, arrowStacking);
    addKeys(study);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_plan);
    m_splitter->addWidget(m_sectionPanel);
    m_splitter->setStretchFactor(0, 1);
    m_sectionPanel->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_strip);
    connectHeat();
    connectRange();
    connectProbes();
    m_strip->setHeight(qRound(m_heat->sliceHeight().in(metres)*100.0));
    m_heat->setFlowWanted(m_plan->isLayerVisible(floorplan::Layer::AirFlow));
    setQuantity(bridge::AirQuantity::Temperature);
    refreshHeat();
}

/// Length of arrows and colours of cables, side by side in the corner of the plan.
void PlanPane::addKeys(bridge::NetworkStudy& study) {
    auto* keys = new QWidget;
    keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* cableKey = new floorplan::CableKey(m_context.theme, keys);
    auto* layout = new QHBoxLayout(keys);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::s);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addWidget(m_arrowKey);
    layout->addWidget(cableKey);
    m_plan->setCornerWidget(keys);
    m_cables = new floorplan::CableTraffic(*m_plan, study, m_context.theme, *cableKey);
}

QWidget* PlanPane::makeSectionPanel() {
    auto* panel = new QWidget(this);
    panel->setObjectName(QStringLiteral("panel"));
    panel->setAttribute(Qt::WA_StyledBackground);
    m_section = new heatmap::SectionView(m_context.session.catalog(), m_context.theme, panel);
    m_sectionTitle = new QLabel(panel);
    m_sectionTitle->setObjectName(QStringLiteral("sectionTitle"));
    auto* close = new QToolButton(panel);
    close->setObjectName(QStringLiteral("closeSection"));
    close->setText(QStringLiteral("✕"));
    close->setAccessibleName(tr("Close the section"));
    close->setToolTip(tr("Close the section and remove its line"));
    connect(close, &QToolButton::clicked, this, [this] { m_plan->setSection(std::nullopt); });
    auto* header = new QHBoxLayout;
    header->addWidget(m_sectionTitle);
    header->addStretch();
    header->addWidget(close);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(bridge::space::m, bridge::space::xs, bridge::space::s,
                               bridge::space::xs);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_section, 1);
    return panel;
}

void PlanPane::connectHeat() {
    const auto& twin = m_context.twin;
    connect(&twin, &bridge::TwinFeed::resultReady, this, &PlanPane::refreshHeat);
    connect(&m_context.session, &bridge::ProjectSession::replaced, this, [this] {
        m_probes.clear();
        m_answers = 0;
        m_answered.reset();
        refreshHeat();
    });
    connect(&m_context.session, &bridge::ProjectSession::changed, this,
            [this] { m_strip->setHalls(m_context.session.project()); });
    connect(m_strip, &AirStrip::heightChanged, this,
            [this](int centimetres) { m_heat->setSliceHeight(metres(centimetres / 100.0)); });
    connect(m_strip, &AirStrip::quantityChosen, this, &PlanPane::setQuantity);
    connect(m_heat, &heatmap::HeatLayer::pictureChanged, this, [this] {
        m_arrows->setFlow(m_heat->flow());
        refreshArrowKey();
    });
    connect(m_plan, &floorplan::PlanView::layerChanged, this, [this] {
        const bool wanted = m_plan->isLayerVisible(floorplan::Layer::AirFlow);
        m_heat->setFlowWanted(wanted);
        m_section->setArrowsVisible(wanted);
        refreshArrowKey();
    });
    connect(m_plan, &floorplan::PlanView::zoomChanged, this, &PlanPane::refreshArrowKey);
    connect(m_plan, &floorplan::PlanView::cursorMoved, this, &PlanPane::onCursor);
    connect(m_plan, &floorplan::PlanView::sectionChanged, this, &PlanPane::refreshSection);
    connect(m_section, &heatmap::SectionView::pictureChanged, this, &PlanPane::refreshSectionTitle);
    connect(m_section, &heatmap::SectionView::cursorText, this, &PlanPane::cursorText);
}

void PlanPane::connectRange() {
    heatmap::RangeRow* range = &m_strip->range();
    connect(m_heat, &heatmap::HeatLayer::scaleChanged, this, [this, range] {
        range->setScale(m_heat->scale());
        range->setPinned(m_heat->rangeMode() == heatmap::RangeMode::Pinned);
        m_section->setLook(m_heat->quantity(), m_heat->scale());
    });
    connect(range, &heatmap::RangeRow::pinRequested, this, [this](bool pinned) {
        const bridge::ColorScale& scale = m_heat->scale();
        pin(pinned ? std::optional(heatmap::ValueRange{scale.minimum(), scale.maximum()})
                   : std::nullopt);
    });
    connect(range, &heatmap::RangeRow::rangeRequested, this, [this](double low, double high) {
        pin(heatmap::ValueRange{low, high});
    });
    connect(range, &heatmap::RangeRow::discreteRequested, this, &PlanPane::setDiscrete);
}

void PlanPane::connectProbes() {
    const auto placed = [this](const Point& site) -> std::pair<HallId, Point> {
        for (const Hall& hall : m_context.session.project().halls) {
            const Point at{site.x - hall.origin.x, site.y - hall.origin.y};
            const bool isWithin =
                at.x >= Length{} && at.y >= Length{} && at.x <= hall.width && at.y <= hall.depth;
            if (isWithin) return {hall.id, at};
        }
        return {HallId{}, site};
    };
    connect(m_plan, &floorplan::PlanView::probeAdded, this, [this, placed](const Point& site) {
        const auto [hall, at] = placed(site);
        if (!hall.isValid()) return;  // outdoors there is no air to watch
        m_probes.add(hall, at, m_heat->sliceHeight());
        emit probeAdded();
    });
    connect(m_plan, &floorplan::PlanView::probeMoved, this,
            [this, placed](int number, const Point& site) {
                const auto [hall, at] = placed(site);
                if (hall.isValid()) m_probes.move(number, hall, at);
            });
    connect(m_plan, &floorplan::PlanView::probeRemoved, &m_probes, &heatmap::ProbeBook::remove);
    connect(&m_probes, &heatmap::ProbeBook::changed, this, &PlanPane::refreshProbeMarks);
    connect(&m_context.theme, &bridge::Theme::changed, this, &PlanPane::refreshProbeMarks);
}

void PlanPane::refreshHeat() {
    const auto& solved = m_moment != nullptr ? m_momentProject : m_context.twin.latestProject();
    m_heat->setResult(shown(), solved ? *solved : m_context.session.project());
    if (m_moment != nullptr) m_plan->setResult(m_moment);  // which the plan itself does not know of
    m_strip->setHalls(m_context.session.project());
    noteAnswer();
    refreshSection();
}

const bridge::TwinResultPtr& PlanPane::shown() const {
    return m_moment != nullptr ? m_moment : m_context.twin.latest();
}

void PlanPane::showMoment(bridge::TwinResultPtr moment, std::shared_ptr<const Project> project,
                          const heatmap::ValueRange& range) {
    const bool wasShown = m_moment != nullptr;
    m_moment = std::move(moment);
    m_momentProject = std::move(project);
    if (m_moment != nullptr && !wasShown) {
        m_strip->setOnlyTemperature(true);
        m_heat->pinRange(range.minimum, range.maximum);
    } else if (m_moment == nullptr && wasShown) {
        m_strip->setOnlyTemperature(false);
        setQuantity(m_heat->quantity());  // with the range that the user pinned, if any
    }
    m_heat->setFlowWanted(m_moment == nullptr && m_plan->isLayerVisible(floorplan::Layer::AirFlow));
    if (m_moment == nullptr && wasShown) m_plan->setResult(shown());
    refreshHeat();
}

void PlanPane::noteAnswer() {
    const bridge::TwinFeed& twin = m_context.twin;
    if (twin.latest() == nullptr) return m_probes.forget();
    const bool isPreview = twin.latestProject() != m_context.session.snapshot();
    if (!isPreview && twin.latestProject() != m_answered) {
        m_answered = twin.latestProject();
        ++m_answers;
    }
    m_probes.note(twin.latest(), isPreview ? 0 : m_answers, twin.stage());
}

void PlanPane::refreshProbeMarks() {
    std::vector<floorplan::ProbeMark> marks;
    for (const heatmap::Probe& probe : m_probes.probes()) {
        const Hall* hall = m_context.session.project().halls.find(probe.hall);
        if (hall == nullptr) continue;
        floorplan::ProbeMark mark{probe.number,
                                  {hall->origin.x + probe.at.x, hall->origin.y + probe.at.y},
                                  m_context.theme.seriesColor(probe.number - 1),
                                  tr("no air"),
                                  {}};
        if (probe.now) {
            const auto text = [&](bridge::AirQuantity quantity) {
                return bridge::formatQuantity(quantity, bridge::valueOf(quantity, *probe.now));
            };
            mark.title = text(bridge::AirQuantity::Temperature);
            mark.detail = text(bridge::AirQuantity::Speed) + QStringLiteral(" · ") +
                          text(bridge::AirQuantity::Pressure);
        }
        marks.push_back(std::move(mark));
    }
    m_plan->setProbes(std::move(marks));
}

std::optional<heatmap::SectionSubject> PlanPane::sectionSubject() const {
    const auto& mark = m_plan->marks().section;
    const auto& project = m_context.twin.latestProject();
    if (!mark || project == nullptr) return std::nullopt;
    std::optional<heatmap::SectionSubject> best;
    for (const Hall& hall : project->halls) {
        const auto inHall = [&](const Point& site) {
            return Point{site.x - hall.origin.x, site.y - hall.origin.y};
        };
        const auto part = heatmap::clipped({inHall(mark->from), inHall(mark->to)},
                                           {{}, {hall.width, hall.depth}});
        if (!part || (best && best->line.length() >= part->length())) continue;
        best = heatmap::SectionSubject{shown(), project, hall.id, *part};
    }
    return best;
}

void PlanPane::refreshSection() {
    const bool wanted = m_plan->marks().section.has_value();
    // The panel takes room from the plan, which must not move while the line is being drawn.
    if (wanted && m_sectionPanel->isHidden() && m_plan->isInGesture()) return;
    if (wanted && m_sectionPanel->isHidden()) {
        m_sectionPanel->show();
        m_splitter->setSizes({m_splitter->height() - sectionHeight, sectionHeight});
    }
    m_sectionPanel->setVisible(wanted);
    m_section->setSubject(wanted ? sectionSubject() : std::nullopt);
}

void PlanPane::refreshSectionTitle() {
    const heatmap::SectionPicture& picture = m_section->picture();
    QString text = tr("Section A–A′");
    if (picture.range) {
        const bridge::AirQuantity quantity = m_heat->quantity();
        const auto length = bridge::formatWithUnit(picture.area.width(), 2, QStringLiteral("m"));
        text += tr(" · %1 · %2 to %3")
                    .arg(length,
                         bridge::formatNumber(picture.range->minimum,
                                              bridge::lookOf(quantity).decimals),
                         bridge::formatQuantity(quantity, picture.range->maximum));
    }
    m_sectionTitle->setText(text);
}

void PlanPane::refreshArrowKey() {
    const bool isShown = !m_arrows->isEmpty() && m_arrows->isVisible();
    const double pixels =
        heatmap::arrowSpacing(m_plan->pixelsPerMetre()) * m_plan->pixelsPerMetre();
    m_arrowKey->setArrow(isShown ? m_arrows->reference() : 0.0, pixels);
}

void PlanPane::setQuantity(bridge::AirQuantity quantity) {
    m_strip->range().setQuantity(quantity);
    const auto pinned = Settings::pinnedRange(keyOf(quantity));
    m_heat->unpinRange();
    m_heat->setQuantity(quantity);
    m_heat->setScale(bridge::scaleOf(quantity));
    if (pinned) m_heat->pinRange(pinned->minimum, pinned->maximum);
}

void PlanPane::pin(const std::optional<heatmap::ValueRange>& range) {
    const QString key = keyOf(m_heat->quantity());
    if (range) {
        Settings::setPinnedRange(key, Settings::Range{range->minimum, range->maximum});
        m_heat->pinRange(range->minimum, range->maximum);
    } else {
        Settings::setPinnedRange(key, std::nullopt);
        m_heat->unpinRange();
    }
    emit rangePinned();
}

void PlanPane::onCursor(HallId hall, const Point& position) {
    QString text = QStringLiteral("x %1 · y %2")
                       .arg(bridge::formatWithUnit(position.x.in(metres), 2, QStringLiteral("m")),
                            bridge::formatWithUnit(position.y.in(metres), 2, QStringLiteral("m")));
    const bridge::TwinResultPtr& result = shown();
    const auto air = result != nullptr && hall.isValid()
                         ? heatmap::probe(*result, hall, position, m_heat->sliceHeight())
                         : std::nullopt;
    if (air) {
        text += QStringLiteral(" · ") + bridge::formatTemperature(air->temperature);
        const bridge::AirQuantity quantity = m_heat->quantity();
        if (quantity != bridge::AirQuantity::Temperature)
            text += QStringLiteral(" · ") +
                    bridge::formatQuantity(quantity, bridge::valueOf(quantity, *air));
    }
    emit cursorText(text);
}

void PlanPane::setDiscrete(bool discrete) {
    m_heat->setScale(discrete ? bridge::ashraeScale()
                              : bridge::scaleOf(bridge::AirQuantity::Temperature));
    m_strip->range().setScale(m_heat->scale());
}

}  // namespace halltwin::views::shell
