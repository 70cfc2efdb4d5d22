// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/study_bar.h"

#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <array>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

/// What the list of traffic offers; other collectives are chosen on the Traffic page.
struct Offer {
    net::TrafficKind kind;
    net::Collective collective;
};

constexpr std::array offers{Offer{net::TrafficKind::Collective, net::Collective::AllReduce},
                            Offer{net::TrafficKind::Collective, net::Collective::AllGather},
                            Offer{net::TrafficKind::Collective, net::Collective::ReduceScatter},
                            Offer{net::TrafficKind::Collective, net::Collective::AllToAll},
                            Offer{net::TrafficKind::StorageRead, {}},
                            Offer{net::TrafficKind::StorageWrite, {}},
                            Offer{net::TrafficKind::Incast, {}},
                            Offer{net::TrafficKind::Uniform, {}}};

bool means(const Offer& offer, const net::StudyQuestion& question) {
    return offer.kind == question.traffic &&
           (offer.kind != net::TrafficKind::Collective || offer.collective == question.job.kind);
}

/// All-to-all goes straight; the others keep the way that was chosen, or take the ring.
void setCollective(net::FabricJob& job, net::Collective kind) {
    const bool wasDirect = job.algorithm == net::CollectiveAlgorithm::Direct;
    const bool isTree = job.algorithm == net::CollectiveAlgorithm::DoubleBinaryTree;
    job.kind = kind;
    if (kind == net::Collective::AllToAll)
        job.algorithm = net::CollectiveAlgorithm::Direct;
    else if (wasDirect || (isTree && kind != net::Collective::AllReduce))
        job.algorithm = net::CollectiveAlgorithm::Ring;
}

QLabel* caption(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("muted", true);
    return label;
}

}  // namespace

QString trafficName(net::TrafficKind kind, net::Collective collective) {
    switch (kind) {
        case net::TrafficKind::StorageRead: return StudyBar::tr("storage read");
        case net::TrafficKind::StorageWrite: return StudyBar::tr("storage write");
        case net::TrafficKind::Incast: return StudyBar::tr("incast to one port");
        case net::TrafficKind::Uniform: return StudyBar::tr("uniform, by chance");
        case net::TrafficKind::Collective: break;
    }
    switch (collective) {
        case net::Collective::AllReduce: return StudyBar::tr("all-reduce");
        case net::Collective::AllGather: return StudyBar::tr("all-gather");
        case net::Collective::ReduceScatter: return StudyBar::tr("reduce-scatter");
        case net::Collective::AllToAll: break;
    }
    return StudyBar::tr("all-to-all");
}

StudyBar::StudyBar(const bridge::ViewContext& context, bridge::NetworkStudy& study, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_study(study),
      m_fabric(new QComboBox(this)),
      m_traffic(new QComboBox(this)),
      m_cuts(new QToolButton(this)),
      m_state(caption({}, this)) {
    m_fabric->setObjectName(QStringLiteral("network.fabric"));
    m_fabric->setAccessibleName(tr("Fabric"));
    m_fabric->setToolTip(tr("The fabric that is shown"));
    m_fabric->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_traffic->setObjectName(QStringLiteral("network.traffic"));
    m_traffic->setAccessibleName(tr("Traffic"));
    m_traffic->setToolTip(tr("What runs over the fabric; links are coloured by its load"));
    m_cuts->setObjectName(QStringLiteral("network.cuts"));
    m_cuts->setPopupMode(QToolButton::InstantPopup);
    m_cuts->setMenu(new QMenu(m_cuts));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(m_state);
    layout->addWidget(m_cuts);
    layout->addWidget(caption(tr("Traffic"), this));
    layout->addWidget(m_traffic);
    layout->addWidget(caption(tr("Fabric"), this));
    layout->addWidget(m_fabric);
    fillTraffic();
    refreshFabrics();
    refreshCuts();
    connect(m_cuts->menu(), &QMenu::aboutToShow, this, &StudyBar::fillCuts);
    connect(m_fabric, &QComboBox::activated, this,
            [this](int row) { m_study.setFabric(FabricId{m_fabric->itemData(row).toLongLong()}); });
    connect(m_traffic, &QComboBox::activated, this, [this](int row) {
        const Offer& offer = offers[static_cast<std::size_t>(row)];
        net::StudyQuestion question = m_study.question();
        question.traffic = offer.kind;
        if (offer.kind == net::TrafficKind::Collective)
            setCollective(question.job, offer.collective);
        m_study.setQuestion(std::move(question));
    });
    connect(&study, &bridge::NetworkStudy::questionChanged, this, [this] {
        refreshFabrics();
        refreshTraffic();
        refreshCuts();
    });
    connect(&study, &bridge::NetworkStudy::answerChanged, this, &StudyBar::refreshFabrics);
}

void StudyBar::fillTraffic() {
    for (const Offer& offer : offers)
        m_traffic->addItem(trafficName(offer.kind, offer.collective));
    refreshTraffic();
}

void StudyBar::refreshTraffic() {
    for (std::size_t n = 0; n < offers.size(); ++n)
        if (means(offers[n], m_study.question())) m_traffic->setCurrentIndex(static_cast<int>(n));
}

void StudyBar::refreshFabrics() {
    const QSignalBlocker quiet(m_fabric);
    m_fabric->clear();
    const bridge::NetworkAnswerPtr& answer = m_study.answer();
    if (answer != nullptr)
        for (const net::FabricPlan& plan : answer->network->fabrics)
            m_fabric->addItem(QString::fromStdString(plan.fabric.name),
                              static_cast<qlonglong>(plan.fabric.id.value));
    setEnabled(m_fabric->count() > 0);
    const std::optional<FabricId>& wanted = m_study.fabric();
    const int row = wanted ? m_fabric->findData(static_cast<qlonglong>(wanted->value)) : -1;
    m_fabric->setCurrentIndex(row >= 0 || answer == nullptr ? row
                                                            : static_cast<int>(answer->fabric));
    const bool failed = answer != nullptr && answer->failure.has_value();
    m_state->setText(failed ? tr("No traffic: why?") : QString());
    m_state->setToolTip(failed ? bridge::errorText(*answer->failure) : QString());
}

void StudyBar::refreshCuts() {
    const std::size_t count = m_study.question().losses.size();
    m_cuts->setVisible(count > 0);
    m_cuts->setText(tr("%n cut(s)", nullptr, static_cast<int>(count)));
    m_cuts->setToolTip(tr("What is cut on trial; choose one to restore it"));
}

void StudyBar::fillCuts() {
    QMenu& menu = *m_cuts->menu();
    menu.clear();
    for (const std::string& name : m_study.question().losses)
        menu.addAction(tr("Restore %1").arg(QString::fromStdString(name)), this,
                       [this, name] { m_study.toggleLoss(name); });
    menu.addSeparator();
    menu.addAction(tr("Restore all"), this, [this] {
        net::StudyQuestion question = m_study.question();
        question.losses.clear();
        m_study.setQuestion(std::move(question));
    });
}

}  // namespace halltwin::views::network
