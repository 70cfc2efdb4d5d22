// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/network/answer_panel.h"

class QHBoxLayout;

namespace halltwin::views::inspector {
class NumberEdit;
}

namespace halltwin::views::network {

class ScalingChart;

/// Scaling efficiency of training steps on the fabric, with the collective of the question.
class ScalingPanel : public AnswerPanel {
    Q_OBJECT

public:
    ScalingPanel(bridge::Theme& theme, bridge::NetworkStudy& study, QWidget* parent = nullptr);

protected:
    bridge::LatestJob::Work work(bridge::NetworkAnswerPtr answer, std::stop_token stop) override;

private:
    struct Input {
        const char* name;
        QString label;
        QString unit;
        double value;
        double most;
    };
    [[nodiscard]] inspector::NumberEdit* addInput(QHBoxLayout& row, const Input& input);

    ScalingChart* m_chart;
    inspector::NumberEdit* m_compute;
    inspector::NumberEdit* m_overlap;
};

}  // namespace halltwin::views::network
