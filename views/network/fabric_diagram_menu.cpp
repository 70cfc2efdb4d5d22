// SPDX-License-Identifier: GPL-3.0-or-later
// What the context menu of the network diagram offers, and how it cuts and restores.
#include "views/network/fabric_cuts.h"
#include "views/network/fabric_diagram_page.h"
#include "views/network/fabric_diagram_view.h"
#include "views/network/network_words.h"

#include <QMenu>
#include <algorithm>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

bool FabricDiagramPage::areCut(const std::vector<std::string>& names) const {
    const std::vector<std::string>& losses = m_study.question().losses;
    return std::ranges::all_of(names, [&](const std::string& name) {
        return std::ranges::find(losses, name) != losses.end();
    });
}

void FabricDiagramPage::toggleLosses(const std::vector<std::string>& names) {
    if (names.empty())
        return emit message(tr("More than %1 at once: open the group and cut less").arg(mostCuts));
    const bool restores = areCut(names);
    net::StudyQuestion question = m_study.question();
    for (const std::string& name : names)
        std::erase(question.losses, name);
    if (!restores) question.losses.insert(question.losses.end(), names.begin(), names.end());
    m_study.setQuestion(std::move(question));
}

void FabricDiagramPage::toggleCut() {
    if (m_picture == nullptr) return;
    if (const auto node = m_view->pickedNode()) return toggleLosses(cutsOfNode(*m_picture, *node));
    if (const auto edge = m_view->pickedEdge()) toggleLosses(cutsOfEdge(*m_picture, *edge));
}

void FabricDiagramPage::addCut(QMenu& menu, const QString& what, std::vector<std::string> names) {
    const bool isTooMuch = names.empty();
    const QString verb = !isTooMuch && areCut(names) ? tr("Restore %1") : tr("Cut %1");
    QAction* action = menu.addAction(verb.arg(what), this,
                                     [this, names = std::move(names)] { toggleLosses(names); });
    action->setEnabled(!isTooMuch);
}

void FabricDiagramPage::showMenu(const QPoint& screen) {
    if (m_picture == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("fabricMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto node = m_view->pickedNode())
        fillNodeMenu(*menu, *node);
    else if (const auto edge = m_view->pickedEdge())
        fillEdgeMenu(*menu, *edge);
    menu->popup(screen);
}

void FabricDiagramPage::fillNodeMenu(QMenu& menu, std::uint32_t node) {
    const net::DiagramNode at = m_picture->diagram.nodes[node];
    const net::FabricPlan& plan = m_picture->answer->plan();
    const NodeText& text = m_picture->texts[node];
    const auto add = [&](const QString& title, const char* name, auto handler) {
        menu.addAction(title, this, handler)->setObjectName(QLatin1String(name));
    };
    if (m_picture->canOpen(node))
        add(tr("Show what is in %1").arg(text.title), "menu.open",
            [this, group = at.group] { setOpen(group, true); });
    const net::GroupIndex around = at.isFolded ? m_picture->groupOf(node).parent : at.group;
    if (around != 0)
        add(tr("Fold %1").arg(groupName(plan, m_picture->groups->groups[around].key)), "menu.fold",
            [this, around] { setOpen(around, false); });
    menu.addSeparator();
    const QString what = at.count > 1 ? tr("%1 of %2").arg(text.count, text.title) : text.title;
    addCut(menu, what, cutsOfNode(*m_picture, node));
    if (const std::string rail = railOfNode(*m_picture, node); !rail.empty())
        addCut(menu, QString::fromStdString(rail), {rail});
    menu.addSeparator();
    add(tr("Path from here"), "menu.path", [this, first = at.first] {
        dropWays();
        m_from = first;
        tellWays();
    });
    if (const auto racks = m_picture->racks[node]; !racks.empty())
        add(tr("Show racks on the plan"), "menu.plan", [this, racks] { emit planWanted(racks); });
}

void FabricDiagramPage::fillEdgeMenu(QMenu& menu, std::uint32_t edge) {
    const std::size_t count = m_picture->diagram.edges[edge].links;
    const std::vector<std::string> all = cutsOfEdge(*m_picture, edge);
    const net::LinkIndex fullest = m_picture->load.edges[edge].fullest;
    const bool isOfEdge = m_picture->diagram.edgeOf[fullest] == edge;
    if (count > 1 && isOfEdge) {
        const std::string one = lossName(m_picture->answer->plan(), {{}, {fullest}});
        addCut(menu, tr("its fullest cable, at %1").arg(QString::fromStdString(one)), {one});
    }
    if (count == 1 && !all.empty())
        addCut(menu, tr("the cable at %1").arg(QString::fromStdString(all.front())), all);
    else
        addCut(menu, tr("all %1 cables").arg(formatCount(static_cast<double>(count))), all);
    const std::vector<TrayOnWay> trays = traysOfEdge(*m_picture, edge);
    if (trays.empty()) return;
    QMenu* through = menu.addMenu(tr("A tray on their way"));
    for (const TrayOnWay& tray : trays)
        addCut(*through, tr("tray %1, %2 of these cables").arg(tray.name).arg(tray.cables),
               {tray.cut});
}

}  // namespace halltwin::views::network
