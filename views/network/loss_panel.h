// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/network/answer_panel.h"

#include <string>
#include <vector>

class QPushButton;

namespace halltwin::views::network {

class PlainTable;

/// Every single switch and cable of the fabric, the most harmful first, like ones together. A
/// double click cuts one.
class LossPanel : public AnswerPanel {
    Q_OBJECT

public:
    explicit LossPanel(bridge::NetworkStudy& study, QWidget* parent = nullptr);

protected:
    bridge::LatestJob::Work work(bridge::NetworkAnswerPtr answer, std::stop_token stop) override;
    void answerChanged() override;

private:
    struct Ranking;

    void take(const Ranking& ranking);

    PlainTable* m_table;
    QPushButton* m_start;
    std::vector<std::string> m_names;  ///< by row, as toggleLoss reads them
    twin::NetworkPtr m_network;        ///< that was ranked
    std::size_t m_fabric = 0;
};

}  // namespace halltwin::views::network
