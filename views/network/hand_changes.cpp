// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/hand_changes.h"

#include "model/edit/fabric_edits.h"
#include "model/network/generate.h"
#include "model/network/hand_edits.h"
#include "model/network/names.h"
#include "model/project/names.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/field_style.h"
#include "views/network/hand_change_form.h"
#include "views/network/network_words.h"
#include "views/network/plain_table.h"

#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

constexpr std::size_t mostLines = 1000;  ///< of the difference; the summary counts all

QString shown(const std::string& text) {
    return QString::fromStdString(text);
}

QString placeText(const FabricEdit& edit, const Project& project) {
    QStringList parts;
    if (edit.rack) {
        const Item* item = project.items.find(*edit.rack);
        parts << (item == nullptr ? QString() : shown(net::rackName(*item)));
    }
    if (edit.unit) parts << HandChanges::tr("U %1").arg(*edit.unit);
    return parts.join(QStringLiteral(", "));
}

QString whatText(const FabricEdit& edit, const Catalog& catalog) {
    QString text = shown(edit.first);
    if (!edit.second.empty()) text += QStringLiteral(" – ") + shown(edit.second);
    if (!edit.switchKey.empty()) {
        const EquipmentEntry* entry = catalog.findEquipment(edit.switchKey);
        text += QStringLiteral(", ") +
                (entry == nullptr ? shown(edit.switchKey) : shown(entry->name).section(u',', 0, 0));
    }
    return text;
}

QString signOf(DifferenceLine::Sort sort) {
    switch (sort) {
        case DifferenceLine::Sort::Added: return QStringLiteral("+");
        case DifferenceLine::Sort::Removed: return QStringLiteral("−");
        case DifferenceLine::Sort::Moved: break;
    }
    return QStringLiteral("~");
}

QColor colorOf(DifferenceLine::Sort sort, const bridge::ThemeColors& colors) {
    switch (sort) {
        case DifferenceLine::Sort::Added: return colors.success;
        case DifferenceLine::Sort::Removed: return colors.danger;
        case DifferenceLine::Sort::Moved: break;
    }
    return colors.accent;
}

}  // namespace

std::vector<DifferenceLine> differenceLines(const net::FabricPlan& plan) {
    using Sort = DifferenceLine::Sort;
    const net::FabricDifference& difference = plan.difference;
    const net::DeviceNames names(plan.graph, plan.hosts);
    std::vector<DifferenceLine> lines;
    for (const std::string& name : difference.addedSwitches)
        lines.push_back({Sort::Added, shown(name)});
    for (const net::LinkIndex index : difference.addedLinks) {
        const net::Link& link = plan.graph.links[index];
        lines.push_back({Sort::Added, QStringLiteral("%1 – %2, %3")
                                          .arg(shown(names.end(link.a, link.portA)),
                                               shown(names.end(link.b, link.portB)),
                                               formatDataRate(link.rate))});
    }
    for (const std::string& name : difference.removedSwitches)
        lines.push_back({Sort::Removed, shown(name)});
    for (const net::RemovedLink& link : difference.removedLinks)
        lines.push_back({Sort::Removed, QStringLiteral("%1 – %2, %3")
                                            .arg(shown(link.first), shown(link.second),
                                                 formatDataRate(link.rate))});
    for (const std::string& name : difference.movedSwitches)
        lines.push_back({Sort::Moved, shown(name)});
    return lines;
}

HandChanges::HandChanges(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_form(new HandChangeForm(this)),
      m_edits(new PlainTable(QStringLiteral("changes.list"),
                             {tr("Change"), tr("What"), tr("Where"), tr("State")}, 4, this)),
      m_takeBack(new QPushButton(tr("Take back"), this)),
      m_difference(
          new PlainTable(QStringLiteral("changes.difference"), {QString(), tr("What")}, 2, this)),
      m_summary(new QLabel(this)) {
    setObjectName(QStringLiteral("handChanges"));
    m_edits->setAccessibleName(tr("Changes by hand"));
    m_edits->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_takeBack->setObjectName(QStringLiteral("changes.takeBack"));
    m_takeBack->setToolTip(tr("Take the selected changes back"));
    auto* left = new QWidget(this);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(bridge::space::xs);
    leftLayout->addWidget(m_edits, 1);
    leftLayout->addWidget(m_takeBack, 0, Qt::AlignLeft);
    auto* split = new QSplitter(this);
    split->addWidget(left);
    split->addWidget(makeDifference());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(m_form);
    layout->addWidget(split, 1);
    connect(m_form, &HandChangeForm::wanted, this, &HandChanges::make);
    connect(m_takeBack, &QPushButton::clicked, this, &HandChanges::takeBack);
    connect(m_edits, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_takeBack->setEnabled(!m_edits->selectedItems().isEmpty()); });
}

QWidget* HandChanges::makeDifference() {
    auto* holder = new QWidget(this);
    m_summary->setObjectName(QStringLiteral("changes.summary"));
    m_summary->setWordWrap(true);
    m_difference->setAccessibleName(tr("Difference to the generated fabric"));
    m_difference->setHeaderHidden(true);
    m_difference->setSelectionMode(QAbstractItemView::NoSelection);
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(m_summary);
    layout->addWidget(m_difference, 1);
    return holder;
}

const net::FabricPlan* HandChanges::plan() const {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result == nullptr || result->network == nullptr) return nullptr;
    const auto& plans = result->network->fabrics;
    const auto at = std::find_if(plans.begin(), plans.end(), [this](const net::FabricPlan& one) {
        return one.fabric.id == m_fabric;
    });
    return at == plans.end() ? nullptr : &*at;
}

void HandChanges::setFabric(FabricId fabric) {
    if (fabric != m_fabric) m_form->reset();
    m_fabric = fabric;
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    m_form->setFabric(result == nullptr ? nullptr : result->network, fabric);
    m_form->setPlaces(m_context.session.project(), m_context.session.catalog());
    showEdits();
    showDifference();
}

/// A change with its state: made, or why the fabric refuses it.
PlainRow HandChanges::rowOf(const FabricEdit& edit, const net::FabricPlan* planned) const {
    const std::string_view kind =
        EnumNames<FabricEditKind>::names[static_cast<std::size_t>(edit.kind)];
    PlainRow row{{inspector::choiceText(kind), whatText(edit, m_context.session.catalog()),
                  placeText(edit, m_context.session.project()), tr("made")},
                 {},
                 {},
                 {}};
    if (planned == nullptr) return row;
    const auto refused = std::find_if(planned->refused.begin(), planned->refused.end(),
                                      [&edit](const auto& one) { return one.edit == edit.id; });
    if (refused == planned->refused.end()) return row;
    row.cells.back() = bridge::issueTitle(refused->reason);
    row.tip = row.cells.back() + u'\n' + bridge::issueFix(refused->reason);
    row.color = m_context.theme.colors().danger;
    return row;
}

void HandChanges::showEdits() {
    const Project& project = m_context.session.project();
    const Fabric* fabric = project.fabrics.find(m_fabric);
    const net::FabricPlan* planned = plan();
    m_ids.clear();
    std::vector<PlainRow> rows;
    const auto edits =
        fabric == nullptr ? std::vector<FabricEdit>{} : net::editsOf(project, *fabric);
    for (const FabricEdit& edit : edits) {
        m_ids.push_back(edit.id);
        rows.push_back(rowOf(edit, planned));
    }
    m_edits->setRows(rows);
    m_takeBack->setEnabled(!m_edits->selectedItems().isEmpty());
}

void HandChanges::showDifference() {
    const net::FabricPlan* planned = plan();
    const auto lines =
        planned == nullptr ? std::vector<DifferenceLine>{} : differenceLines(*planned);
    std::vector<PlainRow> rows;
    int counts[3] = {};
    for (const DifferenceLine& line : lines) {
        ++counts[static_cast<int>(line.sort)];
        if (rows.size() == mostLines) continue;
        rows.push_back(
            {{signOf(line.sort), line.text}, {}, {}, colorOf(line.sort, m_context.theme.colors())});
    }
    m_difference->setRows(rows);
    m_difference->setColumnWidth(0, bridge::space::l);
    m_summary->setText(lines.empty()
                           ? tr("The fabric is as it was generated.")
                           : tr("Against the generated fabric: %1 added, %2 removed, %3 moved.")
                                 .arg(counts[0])
                                 .arg(counts[1])
                                 .arg(counts[2]));
}

void HandChanges::make(const FabricEdit& edit) {
    const net::FabricPlan* planned = plan();
    if (planned == nullptr) return;
    if (const auto reason = net::whyRefused(*planned, m_context.session.catalog(), edit))
        return m_form->setProblem(bridge::issueTitle(*reason) + QStringLiteral(". ") +
                                  bridge::issueFix(*reason) + u'.');
    if (m_context.session.apply(edit::AddFabricEdits{{edit}})) m_form->reset();
}

void HandChanges::takeBack() {
    edit::RemoveFabricEdits edit;
    for (QTreeWidgetItem* item : m_edits->selectedItems()) {
        const int row = m_edits->indexOfTopLevelItem(item);
        edit.ids.push_back(m_ids[static_cast<std::size_t>(row)]);
    }
    if (!edit.ids.empty()) m_context.session.apply(edit);
}

}  // namespace halltwin::views::network
