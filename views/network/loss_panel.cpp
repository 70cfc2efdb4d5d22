// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/loss_panel.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/theme.h"
#include "views/network/network_words.h"
#include "views/network/plain_table.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <memory>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

PlainRow rowOf(const std::string& name, const net::RankedLoss& loss) {
    const net::FailureEffect& effect = loss.effect;
    const QString sort =
        loss.loss.devices.empty() ? LossPanel::tr("cable") : LossPanel::tr("switch");
    const QString slower =
        effect.after ? QStringLiteral("× %1").arg(bridge::formatNumber(effect.slowdown(), 3))
                     : LossPanel::tr("does not run");
    return {{QString::fromStdString(name), sort, formatCount(static_cast<double>(loss.alike)),
             formatCount(static_cast<double>(effect.reach.cutOff.size())), slower,
             formatDataRate(effect.bisectionAfter)},
            LossPanel::tr("Double-click to cut it on trial, and again to restore it"),
            {},
            {}};
}

}  // namespace

struct LossPanel::Ranking {
    bridge::NetworkAnswerPtr answer;
    Result<std::vector<net::RankedLoss>> losses;
    std::vector<std::string> names;
};

LossPanel::LossPanel(bridge::NetworkStudy& study, QWidget* parent)
    : AnswerPanel(study, Start::OnDemand, QStringLiteral("losses"), parent),
      m_table(new PlainTable(QStringLiteral("losses.table"),
                             {tr("Lost"), tr("Sort"), tr("Alike"), tr("Servers cut off"),
                              tr("Collective"), tr("Bisection left")},
                             2, this)),
      m_start(new QPushButton(tr("Rank single losses"), this)) {
    setObjectName(QStringLiteral("lossPanel"));
    m_table->setAccessibleName(tr("Single losses"));
    m_start->setObjectName(QStringLiteral("losses.start"));
    auto* top = new QHBoxLayout;
    top->setSpacing(bridge::space::s);
    top->addWidget(m_start);
    top->addWidget(statusLine(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::s);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    say(tr("Tries each switch and each cable that the wiring tells apart."));
    connect(m_start, &QPushButton::clicked, this, [this] { ask(); });
    connect(m_table, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item) {
        const int row = m_table->indexOfTopLevelItem(item);
        if (row >= 0) this->study().toggleLoss(m_names[static_cast<std::size_t>(row)]);
    });
}

bridge::LatestJob::Work LossPanel::work(bridge::NetworkAnswerPtr answer, std::stop_token stop) {
    return [this, answer = std::move(answer), job = study().question().job,
            stop = std::move(stop)]() -> bridge::LatestJob::Deliver {
        const net::Graph& graph = answer->graph();
        auto ranking = std::make_shared<Ranking>(
            Ranking{answer,
                    net::rankSingleLosses(graph,
                                          {net::ranksOf(graph),
                                           net::jobInput(answer->planned(), *answer->catalog, job)},
                                          {}, stop),
                    {}});
        if (ranking->losses)
            for (const net::RankedLoss& loss : *ranking->losses)
                ranking->names.push_back(lossName(answer->plan(), loss.loss));
        return [this, ranking] { take(*ranking); };
    };
}

void LossPanel::take(const Ranking& ranking) {
    m_names = ranking.names;
    m_network = ranking.answer->network;
    m_fabric = ranking.answer->fabric;
    std::vector<PlainRow> rows;
    if (!ranking.losses) {
        m_table->setRows(rows);
        return say(bridge::errorText(ranking.losses.error()));
    }
    std::size_t tried = 0;
    for (std::size_t n = 0; n < m_names.size(); ++n) {
        rows.push_back(rowOf(m_names[n], (*ranking.losses)[n]));
        tried += (*ranking.losses)[n].alike;
    }
    m_table->setRows(rows);
    say(tr("%1 switches and cables in %2 classes, the most harmful first. Double-click cuts one.")
            .arg(formatCount(static_cast<double>(tried)),
                 formatCount(static_cast<double>(rows.size()))));
}

void LossPanel::answerChanged() {
    const bridge::NetworkAnswerPtr& answer = study().answer();
    if (m_names.empty() || isRunning()) return;
    if (answer != nullptr && answer->network == m_network && answer->fabric == m_fabric) return;
    m_names.clear();
    m_table->setRows({});
    say(tr("The fabric is another one now: rank again."));
}

}  // namespace halltwin::views::network
