// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "views/bridge/air_quantity.h"
#include "views/bridge/view_context.h"
#include "views/heatmap/field_slice.h"
#include "views/heatmap/probe_book.h"

#include <QWidget>
#include <memory>
#include <optional>

class QLabel;
class QSplitter;

namespace halltwin::views::bridge {
class NetworkStudy;
}

namespace halltwin::views::floorplan {
class CableTraffic;
class PlanView;
}
namespace halltwin::views::heatmap {
class ArrowKey;
class ArrowLayer;
class HeatLayer;
class SectionView;
struct SectionSubject;
}  // namespace halltwin::views::heatmap

namespace halltwin::views::shell {

class AirStrip;
class TrialBadge;

/// The plan editor with the air drawn on it: heat map, arrows, probes, and the section below while
/// there is one. Keeps the probes of the session.
class PlanPane : public QWidget {
    Q_OBJECT

public:
    PlanPane(const bridge::ViewContext& context, bridge::NetworkStudy& study,
             QWidget* parent = nullptr);

    [[nodiscard]] floorplan::PlanView& plan() { return *m_plan; }
    [[nodiscard]] const heatmap::HeatLayer& heat() const { return *m_heat; }
    [[nodiscard]] heatmap::ProbeBook& probes() { return m_probes; }
    [[nodiscard]] TrialBadge& trialBadge() { return *m_trialBadge; }
    [[nodiscard]] const floorplan::CableTraffic& cables() const { return *m_cables; }

    /// Shows this air of another time in the colours of `range` instead of the twin's answer; null:
    /// the twin's again.
    void showMoment(bridge::TwinResultPtr moment, std::shared_ptr<const Project> project,
                    const heatmap::ValueRange& range);

signals:
    /// What is under the cursor, for the status bar: "x 3.40 m · y 2.10 m · 24.3 °C".
    void cursorText(const QString& text);
    /// The range of a quantity was pinned or let go.
    void rangePinned();
    /// The user put a probe down.
    void probeAdded();

private:
    [[nodiscard]] QWidget* makeSectionPanel();
    void addKeys(bridge::NetworkStudy& study);
    void connectHeat();
    void connectRange();
    void connectProbes();
    void refreshHeat();
    [[nodiscard]] const bridge::TwinResultPtr& shown() const;
    void noteAnswer();
    void refreshProbeMarks();
    void refreshSection();
    void refreshSectionTitle();
    void refreshArrowKey();
    void setQuantity(bridge::AirQuantity quantity);
    void pin(const std::optional<heatmap::ValueRange>& range);
    void onCursor(HallId hall, const Point& position);
    void setDiscrete(bool discrete);
    [[nodiscard]] std::optional<heatmap::SectionSubject> sectionSubject() const;

    bridge::ViewContext m_context;
    heatmap::ProbeBook m_probes;
    floorplan::PlanView* m_plan;
    heatmap::HeatLayer* m_heat;     ///< owned by the plan's scene
    heatmap::ArrowLayer* m_arrows;  ///< likewise
    heatmap::ArrowKey* m_arrowKey;
    floorplan::CableTraffic* m_cables = nullptr;
    QSplitter* m_splitter;
    heatmap::SectionView* m_section = nullptr;
    QLabel* m_sectionTitle = nullptr;
    QWidget* m_sectionPanel;  ///< after its parts, which are made with it
    AirStrip* m_strip;
    TrialBadge* m_trialBadge;
    bridge::TwinResultPtr m_moment;  ///< shown instead of the twin's answer
    std::shared_ptr<const Project> m_momentProject;
    std::shared_ptr<const Project> m_answered;  ///< that the last noted answer is about
    int m_answers = 0;
};

}  // namespace halltwin::views::shell
