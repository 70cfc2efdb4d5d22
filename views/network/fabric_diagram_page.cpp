// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabric_diagram_page.h"

#include "model/network/names.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/diagram/write_picture.h"
#include "views/network/fabric_cuts.h"
#include "views/network/fabric_diagram_view.h"
#include "views/network/fabric_legend.h"
#include "views/network/fabric_tips.h"
#include "views/network/floating_card.h"
#include "views/network/paint_fabric.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

FabricDiagramPage::FabricDiagramPage(const bridge::ViewContext& context,
                                     bridge::NetworkStudy& study, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_study(study),
      m_view(new FabricDiagramView(context.theme, this)) {
    setObjectName(QStringLiteral("fabricDiagramPage"));
    auto* cards = new QVBoxLayout(m_view);
    cards->setContentsMargins(bridge::space::m, bridge::space::m, bridge::space::m,
                              bridge::space::m);
    cards->addWidget(makeCards(), 0, Qt::AlignTop | Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeStrip());
    connectModel();
    connectView();
    tellNothing();
}

QWidget* FabricDiagramPage::makeCards() {
    auto* cards = new QWidget(m_view);
    auto* layout = new QVBoxLayout(cards);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::s);
    m_waysCard = new FloatingCard(m_context.theme, QStringLiteral("waysCard"), cards);
    m_lossCard = new FloatingCard(m_context.theme, QStringLiteral("lossCard"), cards);
    layout->addWidget(m_waysCard);
    layout->addWidget(m_lossCard);
    connect(m_waysCard, &FloatingCard::dismissed, this, &FabricDiagramPage::dropWays);
    connect(m_lossCard, &FloatingCard::dismissed, this, [this] {
        m_lossIsDismissed = true;
        m_lossCard->setText({});
    });
    return cards;
}

QWidget* FabricDiagramPage::makeStrip() {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("panel"));
    strip->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(bridge::space::m, 2, bridge::space::m, 2);
    layout->setSpacing(bridge::space::s);
    m_bottleneck = new QLabel(strip);
    m_bottleneck->setObjectName(QStringLiteral("fabric.bottleneck"));
    m_bottleneck->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bottleneck->setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    const auto button = [&](const char* name, const QString& text, const QString& tip) {
        auto* made = new QToolButton(strip);
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        made->setToolTip(tip);
        return made;
    };
    auto* foldButton =
        button("fabric.fold", tr("Fold all"), tr("Show the fabric as it was when it opened"));
    auto* fitButton = button("fabric.fit", tr("Fit"), tr("Show all of the fabric (F)"));
    connect(foldButton, &QToolButton::clicked, this, &FabricDiagramPage::foldAll);
    connect(fitButton, &QToolButton::clicked, this, &FabricDiagramPage::fit);
    layout->addWidget(new FabricLegend(m_context.theme, strip));
    layout->addWidget(m_bottleneck, 1);
    layout->addWidget(foldButton);
    layout->addWidget(fitButton);
    return strip;
}

void FabricDiagramPage::connectModel() {
    connect(&m_study, &bridge::NetworkStudy::answerChanged, this, &FabricDiagramPage::refresh);
    connect(&m_study, &bridge::NetworkStudy::questionChanged, this, [this] {
        m_lossIsDismissed = false;
        tellNothing();
    });
    connect(&m_context.session, &bridge::ProjectSession::replaced, this, [this] {
        m_foldings.clear();
        m_view->pick({});
        m_view->fitAtNextShow();
        dropWays();
    });
    connect(&m_context.selection, &bridge::Selection::changed, this,
            [this] { m_view->setSelection(m_context.selection.items()); });
}

void FabricDiagramPage::connectView() {
    connect(m_view, &FabricDiagramView::pickedByUser, this, &FabricDiagramPage::select);
    connect(m_view, &FabricDiagramView::toggleWanted, this, &FabricDiagramPage::toggle);
    connect(m_view, &FabricDiagramView::closeWanted, this,
            [this](net::GroupIndex group) { setOpen(group, false); });
    connect(m_view, &FabricDiagramView::cutWanted, this, &FabricDiagramPage::toggleCut);
    connect(m_view, &FabricDiagramView::wayWanted, this, &FabricDiagramPage::wayTo);
    connect(m_view, &FabricDiagramView::pointedAt, this, [this](net::DeviceIndex device) {
        if (m_from && *m_from != device) showWays(*m_from, device);
    });
    connect(m_view, &FabricDiagramView::wayDropped, this, &FabricDiagramPage::dropWays);
    connect(m_view, &FabricDiagramView::menuWanted, this, &FabricDiagramPage::showMenu);
}

bool FabricDiagramPage::isCurrent() const {
    const auto& answer = m_study.answer();
    const bool isShown = (answer == nullptr && m_picture == nullptr) ||
                         (answer != nullptr && m_picture != nullptr && m_picture->answer == answer);
    return m_study.isCurrent() && m_drawJob.isIdle() && m_wayJob.isIdle() && isShown;
}

void FabricDiagramPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!std::exchange(m_isWatching, true)) m_study.watch(true);
    m_view->setSelection(m_context.selection.items());
    if (m_isStale) refresh();
}

void FabricDiagramPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (std::exchange(m_isWatching, false)) m_study.watch(false);
}

void FabricDiagramPage::refresh() {
    m_isStale = !isVisible();
    if (!m_isStale) draw();
}

net::Folding& FabricDiagramPage::folding() {
    return m_foldings[m_study.answer()->plan().fabric.id];
}

void FabricDiagramPage::draw() {
    if (m_study.answer() == nullptr) {
        m_drawJob.forget();
        return take(nullptr);
    }
    m_drawJob.want([this, answer = m_study.answer(), folding = folding(), before = m_picture] {
        FabricPicturePtr picture = pictureOf(answer, folding, before);
        return [this, picture = std::move(picture)] { take(picture); };
    });
}

void FabricDiagramPage::take(FabricPicturePtr picture) {
    const bool isAnotherNetwork =
        m_picture == nullptr || picture == nullptr ||
        m_picture->answer->planned().network != picture->answer->planned().network ||
        m_picture->answer->fabric != picture->answer->fabric;
    const bool isAnotherFabric =
        m_picture != nullptr && picture != nullptr &&
        m_picture->answer->plan().fabric.id != picture->answer->plan().fabric.id;
    m_picture = std::move(picture);
    if (isAnotherNetwork) dropWays();
    if (isAnotherFabric) {
        m_view->pick({});
        m_view->fitAtNextShow();
    }
    m_view->setPicture(m_picture);
    if (isAnotherFabric) m_view->fit();
    tellNothing();
    const bool isThere = m_picture != nullptr;
    m_bottleneck->setText(isThere ? bottleneckText(*m_picture->answer) : QString());
    m_bottleneck->setToolTip(m_bottleneck->text());
    m_lossCard->setText(isThere && !m_lossIsDismissed ? lossText(*m_picture->answer) : QString());
    if (m_ends) findWays();
}

void FabricDiagramPage::tellNothing() {
    m_view->setNothing(
        m_study.answer() != nullptr || !m_study.isCurrent()
            ? tr("Planning the network…")
            : tr("No network yet.\nMake one on the Fabrics page: say which ports of the servers it "
                 "joins, its topology and its switches, and HallTwin lays switches and cables over "
                 "the racks.\nThe racks need servers with network ports, and network racks or free "
                 "units for the switches."));
}

void FabricDiagramPage::setOpen(net::GroupIndex group, bool isOpen) {
    if (m_picture == nullptr || m_study.answer() == nullptr) return;
    const net::GroupKey key = m_picture->groups->groups[group].key;
    if (isOpen)
        folding().open(key);
    else
        folding().close(key);
    draw();
}

void FabricDiagramPage::toggle(std::uint32_t node) {
    if (m_picture == nullptr) return;
    const net::DiagramNode& at = m_picture->diagram.nodes[node];
    if (m_picture->canOpen(node)) return setOpen(at.group, true);
    const net::GroupIndex group = at.isFolded ? m_picture->groupOf(node).parent : at.group;
    if (group != 0) setOpen(group, false);
}

void FabricDiagramPage::foldAll() {
    if (m_study.answer() == nullptr) return;
    folding() = {};
    draw();
}

void FabricDiagramPage::select(const DiagramPick& picked, bool adds) {
    const auto node = m_view->pickedNode();
    if (m_from && picked.device && *picked.device != *m_from) {
        showWays(*std::exchange(m_from, std::nullopt), *picked.device);
        return;
    }
    if (picked.link || m_picture == nullptr) return;
    std::set<ItemId> items;
    if (node) items = {m_picture->racks[*node].begin(), m_picture->racks[*node].end()};
    if (adds) items.insert(m_context.selection.items().begin(), m_context.selection.items().end());
    m_context.selection.setItems(std::move(items));
}

void FabricDiagramPage::wayTo(net::DeviceIndex to) {
    const auto& picked = m_view->picked();
    const auto from = m_from ? m_from : picked.device;
    if (from && *from != to) {
        m_from.reset();
        return showWays(*from, to);
    }
    m_from = to;
    m_view->pick({to, {}});
    tellWays();
}

void FabricDiagramPage::showWays(net::DeviceIndex from, net::DeviceIndex to) {
    m_ends = std::pair(from, to);
    findWays();
}

void FabricDiagramPage::dropWays() {
    m_wayJob.forget();
    m_from.reset();
    m_ends.reset();
    m_ways.reset();
    m_view->setWays(std::nullopt);
    m_waysCard->setText({});
}

void FabricDiagramPage::findWays() {
    if (m_picture == nullptr || !m_ends) return;
    m_wayJob.want([this, answer = m_picture->answer, ends = *m_ends] {
        const net::FabricStudy* study = answer->study ? &*answer->study : nullptr;
        auto ways = waysBetween(answer->planned(), study, ends.first, ends.second);
        return [this, ways = std::move(ways), ends] {
            if (m_ends != ends) return;
            m_ways = ways;
            m_view->setWays(ways);
            tellWays();
        };
    });
}

void FabricDiagramPage::tellWays() {
    if (m_picture == nullptr) return;
    if (m_ways && m_ends) return m_waysCard->setText(waysText(*m_picture, *m_ways));
    if (!m_from) return m_waysCard->setText({});
    const net::FabricPlan& plan = m_picture->answer->plan();
    const QString name =
        QString::fromStdString(net::DeviceNames(plan.graph, plan.hosts).name(*m_from));
    m_waysCard->setText(tr("<b>%1 → …</b><br/>Point at the other end; a click keeps it, Esc ends.")
                            .arg(name.toHtmlEscaped()));
}

void FabricDiagramPage::fit() {
    m_view->fit();
}

void FabricDiagramPage::zoomIn() {
    m_view->zoomIn();
}

void FabricDiagramPage::zoomOut() {
    m_view->zoomOut();
}

Result<void> FabricDiagramPage::write(const QString& path) const {
    if (m_picture == nullptr || m_picture->isEmpty())
        return fail(ErrorCode::InvalidArgument, "nothing to draw: there is no fabric",
                    path.toStdString(), "make a fabric on the Fabrics page");
    constexpr double titleRoom = 36.0;
    const bridge::Theme light;  // paper is white
    const QRectF page = m_picture->area().adjusted(0.0, -titleRoom, 0.0, 0.0);
    const QString title = QStringLiteral("%1 · %2").arg(
        m_context.session.displayName(),
        QString::fromStdString(m_picture->answer->plan().fabric.name));
    const auto paint = [&](QPainter& painter) {
        painter.fillRect(QRectF(QPointF(0, 0), page.size()), light.colors().planPaper);
        painter.translate(-page.topLeft());
        painter.setPen(light.colors().text);
        painter.setFont(bridge::Theme::font(bridge::TextStyle::Heading));
        painter.drawText(page.topLeft() + QPointF(40.0, titleRoom), title);
        paintFabric(painter, *m_picture, {light, m_view->lit(), page, 1.0});
    };
    return diagram::writePicture({title, page.size(), paint}, path);
}

}  // namespace halltwin::views::network
