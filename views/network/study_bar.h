// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/network_study.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace halltwin::views::network {

/// "all-reduce", "storage read"…
[[nodiscard]] QString trafficName(halltwin::network::TrafficKind kind,
                                  halltwin::network::Collective collective);

/// Which fabric is looked at, what runs over it and what is cut, in one line. Follows the study and
/// asks it.
class StudyBar : public QWidget {
    Q_OBJECT

public:
    StudyBar(const bridge::ViewContext& context, bridge::NetworkStudy& study,
             QWidget* parent = nullptr);

private:
    void fillTraffic();
    void refreshFabrics();
    void refreshTraffic();
    void refreshCuts();
    void fillCuts();

    bridge::ViewContext m_context;
    bridge::NetworkStudy& m_study;
    QComboBox* m_fabric;
    QComboBox* m_traffic;
    QToolButton* m_cuts;
    QLabel* m_state;
};

}  // namespace halltwin::views::network
