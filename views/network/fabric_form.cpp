// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabric_form.h"

#include "views/bridge/messages.h"
#include "views/bridge/theme.h"
#include "views/inspector/entity_form.h"
#include "views/network/fabric_facts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <string_view>

namespace halltwin::views::network {

using inspector::Field;
using inspector::FieldValue;

namespace {

constexpr int labelWidth = 112;  // as in EntityForm, so that the fields line up
constexpr int choiceLength = 6;

std::vector<std::string_view> figureNames(Topology topology) {
    switch (topology) {
        case Topology::FatTree: return {"placement", "routing", "tiers", "slack_share", "slack_m"};
        case Topology::LeafSpine:
            return {"placement", "routing", "oversubscription", "tiers", "slack_share", "slack_m"};
        case Topology::RailOptimised:
            return {"placement", "routing",     "unit_nodes", "oversubscription",
                    "tiers",     "slack_share", "slack_m"};
        case Topology::Dragonfly:
            return {"placement",    "routing",     "group_switches", "hosts_per_switch",
                    "global_links", "slack_share", "slack_m"};
        case Topology::Torus: break;
    }
    return {"routing", "torus_x", "torus_y", "torus_z", "slack_share", "slack_m"};
}

void select(QComboBox& box, const QVariant& data) {
    int row = box.findData(data);
    if (row < 0) {
        box.addItem(FabricForm::tr("%1: not in the catalogue").arg(data.toString()), data);
        row = box.count() - 1;
    }
    box.setCurrentIndex(row);
}

void setInvalid(QWidget& widget, const QString& reason) {
    widget.setProperty("invalid", !reason.isEmpty());
    widget.setToolTip(reason);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

bool isAboutSwitches(const Issue& issue) {
    return issue.rule == "network.unknown-switch" || issue.rule == "network.odd-radix" ||
           issue.rule == "network.speed-mismatch" || issue.rule == "network.protocol-mismatch" ||
           issue.rule == "network.radix-small";
}

}  // namespace

FabricForm::FabricForm(QWidget* parent)
    : QWidget(parent),
      m_head(new inspector::EntityForm("fabric", this)),
      m_figures(new inspector::EntityForm("fabric", this)),
      m_choices(new QFormLayout) {
    setObjectName(QStringLiteral("fabricForm"));
    m_choices->setHorizontalSpacing(bridge::space::s);
    m_choices->setVerticalSpacing(bridge::space::xs + 2);
    m_choices->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_leaf = addChoice("fabric.leaf_switch", tr("Leaf switch"),
                       tr("Switch next to the servers, from the catalogue"));
    m_spine = addChoice("fabric.spine_switch", tr("Spine switch"),
                        tr("Of all higher tiers, from the catalogue"));
    m_hall = addChoice("fabric.hall", tr("Hall"), tr("Whose racks it joins"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs + 2);
    layout->addWidget(m_head);
    layout->addLayout(m_choices);
    layout->addWidget(m_figures);
    connect(m_head, &inspector::EntityForm::edited, this, &FabricForm::onField);
    connect(m_figures, &inspector::EntityForm::edited, this, &FabricForm::onField);
    connectChoices();
}

QComboBox* FabricForm::addChoice(const char* name, const QString& label, const QString& help) {
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(choiceLength);
    box->setToolTip(help);
    auto* caption = new QLabel(label, this);
    caption->setProperty("muted", true);
    caption->setMinimumWidth(labelWidth);
    caption->setBuddy(box);
    caption->setToolTip(help);
    m_choices->addRow(caption, box);
    return box;
}

void FabricForm::connectChoices() {
    connect(m_leaf, &QComboBox::activated, this, [this] {
        Fabric fabric = m_fabric;
        fabric.leafSwitch = m_leaf->currentData().toString().toStdString();
        emit edited(fabric);
    });
    connect(m_spine, &QComboBox::activated, this, [this] {
        Fabric fabric = m_fabric;
        fabric.spineSwitch = m_spine->currentData().toString().toStdString();
        emit edited(fabric);
    });
    connect(m_hall, &QComboBox::activated, this, [this] {
        Fabric fabric = m_fabric;
        const qlonglong hall = m_hall->currentData().toLongLong();
        fabric.hall = hall == 0 ? std::nullopt : std::optional(HallId{hall});
        emit edited(fabric);
    });
}

void FabricForm::fillSwitches(const Catalog& catalog) {
    const QSignalBlocker quietLeaf(m_leaf);
    const QSignalBlocker quietSpine(m_spine);
    m_leaf->clear();
    m_spine->clear();
    m_spine->addItem(tr("As the leaf"), QString());
    std::vector<const EquipmentEntry*> switches;
    for (const auto& [key, entry] : catalog.equipment())
        if (entry.as<SwitchSpec>() != nullptr) switches.push_back(&entry);
    std::stable_sort(switches.begin(), switches.end(), [](const auto* a, const auto* b) {
        return a->template as<SwitchSpec>()->speed > b->template as<SwitchSpec>()->speed;
    });
    for (const EquipmentEntry* entry : switches)
        for (QComboBox* box : {m_leaf, m_spine}) {
            box->addItem(switchText(*entry), QString::fromStdString(entry->key));
            box->setItemData(box->count() - 1, QString::fromStdString(entry->name),
                             Qt::ToolTipRole);
        }
    select(*m_leaf, QString::fromStdString(m_fabric.leafSwitch));
    select(*m_spine, QString::fromStdString(m_fabric.spineSwitch));
}

void FabricForm::fillHalls(const Project& project) {
    const QSignalBlocker quiet(m_hall);
    m_hall->clear();
    m_hall->addItem(tr("All halls"), qlonglong{0});
    for (const Hall& hall : project.halls)
        if (hall.kind == HallKind::DataHall)
            m_hall->addItem(QString::fromStdString(hall.name),
                            static_cast<qlonglong>(hall.id.value));
    const qlonglong wanted = m_fabric.hall ? m_fabric.hall->value : 0;
    m_hall->setCurrentIndex(m_hall->findData(wanted));
}

void FabricForm::setFabric(const Fabric& fabric, const Project& project, const Catalog& catalog) {
    m_fabric = fabric;
    const std::vector<Field> fields = inspector::readFields(fabric);
    m_head->setFields(inspector::pick(fields, {"name", "purpose", "topology"}));
    m_figures->setFields(inspector::pick(fields, figureNames(fabric.topology)));
    fillSwitches(catalog);
    fillHalls(project);
    const bool hasSwitches = fabric.topology != Topology::Torus;
    const bool hasSpines = hasSwitches && fabric.topology != Topology::Dragonfly;
    for (auto [box, isUsed] : {std::pair(m_leaf, hasSwitches), std::pair(m_spine, hasSpines)}) {
        box->setVisible(isUsed);
        m_choices->labelForField(box)->setVisible(isUsed);
    }
}

void FabricForm::setIssues(const std::vector<Issue>& issues) {
    QString leaf;
    QString spine;
    for (const Issue& issue : issues) {
        if (!isAboutSwitches(issue)) continue;
        const auto& named = issue.arguments;
        const bool isSpine =
            !m_fabric.spineSwitch.empty() && m_fabric.spineSwitch != m_fabric.leafSwitch &&
            std::find(named.begin(), named.end(), m_fabric.spineSwitch) != named.end();
        (isSpine ? spine : leaf) = bridge::issueTitle(issue);
    }
    setInvalid(*m_leaf, leaf);
    setInvalid(*m_spine, spine);
}

void FabricForm::onField(const std::string& name, const FieldValue& value) {
    Fabric fabric = m_fabric;
    inspector::writeField(fabric, name, value);
    if (!(fabric == m_fabric)) emit edited(fabric);
}

}  // namespace halltwin::views::network
