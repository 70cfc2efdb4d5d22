// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/latest_job.h"
#include "views/bridge/network_study.h"

#include <QObject>

namespace halltwin::views::floorplan {

class CableKey;
class PlanView;

namespace items {
class CableItem;
}

/// Keeps the cables on the plan in step with the study of the network while their layer is shown.
/// Bundles are made on a worker.
class CableTraffic : public QObject {
    Q_OBJECT

public:
    /// The plan takes the drawn cables over; `key` says what is shown. All must outlive this.
    CableTraffic(PlanView& plan, bridge::NetworkStudy& study, const bridge::Theme& theme,
                 CableKey& key);

    [[nodiscard]] const items::CableItem& cables() const { return *m_cables; }
    /// What is shown belongs to the study's answer.
    [[nodiscard]] bool isCurrent() const { return m_study.isCurrent() && m_job.isIdle(); }

protected:
    /// Tells the bundle under the pointer.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void followLayer();
    void refresh();

    PlanView& m_plan;
    bridge::NetworkStudy& m_study;
    CableKey& m_key;
    items::CableItem* m_cables;  ///< owned by the plan's scene
    bool m_isWatching = false;
    bridge::LatestJob m_job;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::floorplan
