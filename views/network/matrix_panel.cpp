// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/matrix_panel.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/network/matrix_view.h"
#include "views/network/network_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <limits>
#include <memory>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double terabit = 1000.0;  // Gb/s

enum class Kind { Hops, Bandwidth };

QString groupsName(net::HostGrouping by) {
    switch (by) {
        case net::HostGrouping::Automatic: return MatrixPanel::tr("automatic");
        case net::HostGrouping::Server: return MatrixPanel::tr("servers");
        case net::HostGrouping::Rack: return MatrixPanel::tr("racks");
        case net::HostGrouping::Unit: return MatrixPanel::tr("units");
        case net::HostGrouping::Pod: return MatrixPanel::tr("pods");
        case net::HostGrouping::Hall: break;
    }
    return MatrixPanel::tr("halls");
}

/// "40 of 98 racks, spread evenly".
QString extentText(const net::HostGroups& groups) {
    const QString name = groupsName(groups.by);
    const auto shown = static_cast<double>(groups.groups.size());
    if (groups.groups.size() == groups.inAll)
        return QStringLiteral("%1 %2").arg(formatCount(shown), name);
    return MatrixPanel::tr("%1 of %2 %3, spread evenly over all")
        .arg(formatCount(shown), formatCount(static_cast<double>(groups.inAll)), name);
}

MatrixContent contentFor(const net::HostGroups& groups, const QString& title, int decimals) {
    MatrixContent content;
    content.title = title;
    content.decimals = decimals;
    for (const net::HostGroup& group : groups.groups)
        content.groups << QString::fromStdString(group.name);
    return content;
}

QString hopTip(const net::HopFigures& cell) {
    if (cell.most == 0 && cell.pairsWithoutWay == 0) return MatrixPanel::tr("no two servers");
    QString text = MatrixPanel::tr("%1 hops mean, %2 to %3")
                       .arg(bridge::formatNumber(cell.mean, 2))
                       .arg(cell.least)
                       .arg(cell.most);
    if (cell.most == 0) text.clear();
    if (cell.pairsWithoutWay > 0)
        text += MatrixPanel::tr("\n%1 pairs without a way")
                    .arg(formatCount(static_cast<double>(cell.pairsWithoutWay)));
    return text.trimmed();
}

}  // namespace

MatrixPanel::MatrixPanel(bridge::Theme& theme, bridge::NetworkStudy& study, QWidget* parent)
    : AnswerPanel(study, Start::AtOnce, QStringLiteral("matrix"), parent),
      m_view(new MatrixView(theme, this)),
      m_kind(new QComboBox(this)),
      m_group(new QComboBox(this)) {
    setObjectName(QStringLiteral("matrixPanel"));
    m_kind->setObjectName(QStringLiteral("matrix.kind"));
    m_kind->setAccessibleName(tr("Figure"));
    m_kind->addItem(tr("Mean hops"));
    m_kind->addItem(tr("Bandwidth"));
    m_kind->setToolTip(tr("Bandwidth: the most that two groups can send each other at once, each "
                          "way, whatever else runs"));
    m_group->setObjectName(QStringLiteral("matrix.group"));
    m_group->setAccessibleName(tr("Groups"));
    for (std::size_t n = 0; n < net::hostGroupingNames.size(); ++n)
        m_group->addItem(groupsName(static_cast<net::HostGrouping>(n)));
    auto* top = new QHBoxLayout;
    top->setSpacing(bridge::space::s);
    top->addWidget(m_kind);
    auto* between = new QLabel(tr("between"), this);
    between->setProperty("muted", true);
    top->addWidget(between);
    top->addWidget(m_group);
    top->addWidget(statusLine(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::s);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    for (QComboBox* box : {m_kind, m_group})
        connect(box, &QComboBox::activated, this, [this] { ask(); });
}

bridge::LatestJob::Work MatrixPanel::work(bridge::NetworkAnswerPtr answer, std::stop_token stop) {
    net::MatrixInput input;
    input.by = static_cast<net::HostGrouping>(m_group->currentIndex());
    if (answer->study) input.loss = answer->study->loss;
    const auto kind = static_cast<Kind>(m_kind->currentIndex());
    return [this, answer = std::move(answer), input, kind,
            stop = std::move(stop)]() -> bridge::LatestJob::Deliver {
        const net::PlannedFabric fabric = answer->planned();
        if (kind == Kind::Hops) {
            auto found = std::make_shared<const Result<net::HopMatrix>>(
                net::hopsBetweenGroups(fabric, *answer->project, input, stop));
            return [this, found] { *found ? showHops(**found) : showFailure(found->error()); };
        }
        auto found = std::make_shared<const Result<net::GroupBandwidth>>(
            net::bandwidthBetweenGroups(fabric, *answer->project, input, stop));
        return [this, found] { *found ? showBandwidth(**found) : showFailure(found->error()); };
    };
}

void MatrixPanel::showHops(const net::HopMatrix& matrix) {
    MatrixContent content =
        contentFor(matrix.groups, tr("Mean hops: cables on the shortest way"), 2);
    for (const auto& row : matrix.hops) {
        auto& values = content.values.emplace_back();
        auto& tips = content.tips.emplace_back();
        for (const net::HopFigures& cell : row) {
            values.push_back(cell.most > 0 ? cell.mean : nothing);
            tips << hopTip(cell);
        }
    }
    m_view->setContent(std::move(content));
    say(matrix.isSampled
            ? tr("%1; 16 servers of each group, spread evenly").arg(extentText(matrix.groups))
            : extentText(matrix.groups));
}

void MatrixPanel::showBandwidth(const net::GroupBandwidth& matrix) {
    double most = 0.0;
    for (const auto& row : matrix.rates)
        for (const DataRate rate : row)
            most = std::max(most, rate.in(gigabitsPerSecond));
    const bool isTera = most >= 10.0 * terabit;
    MatrixContent content = contentFor(
        matrix.groups, isTera ? tr("Bandwidth each way, Tb/s") : tr("Bandwidth each way, Gb/s"),
        isTera ? 1 : 0);
    for (std::size_t row = 0; row < matrix.rates.size(); ++row) {
        auto& values = content.values.emplace_back();
        auto& tips = content.tips.emplace_back();
        for (std::size_t column = 0; column < matrix.rates.size(); ++column) {
            const DataRate rate = matrix.rates[row][column];
            values.push_back(row == column ? nothing
                                           : rate.in(gigabitsPerSecond) / (isTera ? terabit : 1.0));
            tips << (row == column ? tr("not asked") : formatDataRate(rate));
        }
    }
    m_view->setContent(std::move(content));
    say(extentText(matrix.groups));
}

void MatrixPanel::showFailure(const Error& error) {
    m_view->setContent({});
    say(bridge::errorText(error));
}

}  // namespace halltwin::views::network
