// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_matrix.h"
#include "views/bridge/theme.h"
#include "views/network/answer_panel.h"

class QComboBox;

namespace halltwin::views::network {

class MatrixView;

/// Hops, or bandwidth, between groups of the fabric's servers, what is cut taken out.
class MatrixPanel : public AnswerPanel {
    Q_OBJECT

public:
    MatrixPanel(bridge::Theme& theme, bridge::NetworkStudy& study, QWidget* parent = nullptr);

protected:
    bridge::LatestJob::Work work(bridge::NetworkAnswerPtr answer, std::stop_token stop) override;

private:
    void showHops(const halltwin::network::HopMatrix& matrix);
    void showBandwidth(const halltwin::network::GroupBandwidth& matrix);
    void showFailure(const Error& error);

    MatrixView* m_view;
    QComboBox* m_kind;
    QComboBox* m_group;
};

}  // namespace halltwin::views::network
