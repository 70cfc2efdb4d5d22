// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/cable_traffic.h"

#include "views/bridge/format.h"
#include "views/bridge/theme.h"
#include "views/floorplan/cable_key.h"
#include "views/floorplan/items/cable_item.h"
#include "views/floorplan/plan_view.h"

#include <QHelpEvent>
#include <QToolTip>
#include <memory>
#include <utility>

namespace halltwin::views::floorplan {

namespace {

std::vector<halltwin::network::CableBundle> bundlesOf(const bridge::NetworkAnswer& answer) {
    const halltwin::network::RoutedCables& cables = answer.network->cables;
    return halltwin::network::cableBundles(cables.layout, cables.trays.trays(), answer.fabric,
                                           [&answer](halltwin::network::LinkIndex link) {
                                               return answer.study ? answer.study->load(link) : 0.0;
                                           });
}

}  // namespace

CableTraffic::CableTraffic(PlanView& plan, bridge::NetworkStudy& study, const bridge::Theme& theme,
                           CableKey& key)
    : QObject(&plan),
      m_plan(plan),
      m_study(study),
      m_key(key),
      m_cables(new items::CableItem(theme)) {
    plan.addLayerItem(Layer::Cables, m_cables, items::CableItem::stacking);
    connect(&plan, &PlanView::layerChanged, this, &CableTraffic::followLayer);
    connect(&study, &bridge::NetworkStudy::answerChanged, this, &CableTraffic::refresh);
    connect(&theme, &bridge::Theme::changed, this, [this] { m_cables->update(); });
    plan.viewport()->installEventFilter(this);
    followLayer();
}

bool CableTraffic::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip || !m_isWatching)
        return QObject::eventFilter(watched, event);
    const auto* help = static_cast<QHelpEvent*>(event);
    constexpr double reachPixels = 5.0;
    const auto* bundle =
        m_cables->bundleAt(m_plan.mapToScene(help->pos()), reachPixels / m_plan.pixelsPerMetre());
    if (bundle == nullptr) return QObject::eventFilter(watched, event);
    QString text = tr("%n cable(s), the fullest at %1", nullptr, bundle->cables)
                       .arg(bridge::formatShare(bundle->load));
    if (bundle->isEstimated) text += tr(" (no tray: the way is an estimate)");
    QToolTip::showText(help->globalPos(), text, m_plan.viewport());
    return true;
}

void CableTraffic::followLayer() {
    const bool wanted = m_plan.isLayerVisible(Layer::Cables);
    if (wanted == m_isWatching) return;
    m_isWatching = wanted;
    m_study.watch(wanted);
    refresh();
}

void CableTraffic::refresh() {
    const bridge::NetworkAnswerPtr& answer = m_study.answer();
    if (!m_isWatching || answer == nullptr) {
        m_job.forget();
        m_cables->setBundles({});
        m_key.setSubject({});
        return;
    }
    m_key.setSubject(
        tr("%1: load of cables").arg(QString::fromStdString(answer->plan().fabric.name)));
    m_job.want([this, answer]() -> bridge::LatestJob::Deliver {
        auto bundles =
            std::make_shared<const std::vector<halltwin::network::CableBundle>>(bundlesOf(*answer));
        return [this, bundles = std::move(bundles)] { m_cables->setBundles(*bundles); };
    });
}

}  // namespace halltwin::views::floorplan
