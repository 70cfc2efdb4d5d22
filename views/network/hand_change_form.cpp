// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/hand_change_form.h"

#include "model/network/hosts.h"
#include "model/project/names.h"
#include "views/bridge/theme.h"
#include "views/inspector/field_style.h"
#include "views/network/device_name_model.h"
#include "views/network/fabric_facts.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace halltwin::views::network {

namespace {

constexpr int nameWidth = 120;
constexpr int highestUnit = 100;
constexpr int rowsOffered = 12;

QCompleter* completerOf(QAbstractItemModel* model, QObject* parent) {
    auto* completer = new QCompleter(model, parent);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(rowsOffered);
    return completer;
}

bool hasPlace(FabricEditKind kind) {
    return kind == FabricEditKind::AddSwitch || kind == FabricEditKind::MoveSwitch;
}

bool isLink(FabricEditKind kind) {
    return kind == FabricEditKind::AddLink || kind == FabricEditKind::RemoveLink;
}

}  // namespace

HandChangeForm::HandChangeForm(QWidget* parent)
    : QWidget(parent),
      m_names(new DeviceNameModel(this)),
      m_rackNames(new QStringListModel(this)),
      m_kind(new QComboBox(this)),
      m_type(new QComboBox(this)),
      m_rack(new QLineEdit(this)),
      m_unit(new QSpinBox(this)),
      m_make(new QPushButton(tr("Make change"), this)),
      m_problem(new QLabel(this)) {
    setObjectName(QStringLiteral("handChangeForm"));
    m_kind->setObjectName(QStringLiteral("change.kind"));
    m_kind->setAccessibleName(tr("Change"));
    for (const std::string_view kind : EnumNames<FabricEditKind>::names)
        m_kind->addItem(inspector::choiceText(kind));
    auto* line = new QHBoxLayout;
    line->setSpacing(bridge::space::xs);
    line->addWidget(m_kind);
    m_first = addNameEdit(*line, "change.first", tr("switch or port"));
    m_second = addNameEdit(*line, "change.second", tr("other end"));
    addPlaceEdits(*line);
    m_make->setObjectName(QStringLiteral("change.make"));
    line->addWidget(m_make);
    m_problem->setObjectName(QStringLiteral("change.problem"));
    m_problem->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &HandChangeForm::refreshFields);
    connect(m_make, &QPushButton::clicked, this, &HandChangeForm::submit);
    m_kind->setCurrentIndex(static_cast<int>(FabricEditKind::RemoveLink));
    setProblem({});
}

QLineEdit* HandChangeForm::addNameEdit(QHBoxLayout& line, const char* name, const QString& hint) {
    auto* edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(hint);
    edit->setPlaceholderText(hint);
    edit->setMinimumWidth(nameWidth);
    edit->setCompleter(completerOf(m_names, edit));
    line.addWidget(edit, 2);
    connect(edit, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_names->setTyped(text);
        setProblem({});
    });
    connect(edit, &QLineEdit::returnPressed, this, &HandChangeForm::submit);
    return edit;
}

void HandChangeForm::addPlaceEdits(QHBoxLayout& line) {
    m_type->setObjectName(QStringLiteral("change.type"));
    m_type->setAccessibleName(tr("Switch from the catalogue"));
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_type->setMinimumContentsLength(10);
    m_rack->setObjectName(QStringLiteral("change.rack"));
    m_rack->setAccessibleName(tr("Rack"));
    m_rack->setPlaceholderText(tr("rack"));
    m_rack->setCompleter(completerOf(m_rackNames, m_rack));
    m_unit->setObjectName(QStringLiteral("change.unit"));
    m_unit->setAccessibleName(tr("Lowest rack unit"));
    m_unit->setToolTip(tr("Lowest rack unit that it takes, from 1 at the foot"));
    m_unit->setRange(0, highestUnit);
    m_unit->setPrefix(tr("U "));
    m_unit->setSpecialValueText(tr("highest free"));
    line.addWidget(m_type, 1);
    line.addWidget(m_rack, 1);
    line.addWidget(m_unit);
}

FabricEditKind HandChangeForm::kind() const {
    return static_cast<FabricEditKind>(m_kind->currentIndex());
}

void HandChangeForm::refreshFields() {
    const FabricEditKind now = kind();
    m_names->setOffered(isLink(now) ? OfferedDevices::All : OfferedDevices::Switches);
    m_second->setVisible(isLink(now));
    m_type->setVisible(now == FabricEditKind::AddSwitch);
    m_rack->setVisible(hasPlace(now));
    m_unit->setVisible(hasPlace(now));
    m_first->setPlaceholderText(isLink(now) ? tr("one end, like leaf-1.1:5")
                                            : tr("switch, like spine-3"));
    m_second->setPlaceholderText(now == FabricEditKind::RemoveLink ? tr("other end, if needed")
                                                                   : tr("other end"));
    m_rack->setPlaceholderText(now == FabricEditKind::AddSwitch ? tr("rack, if not by rule")
                                                                : tr("rack"));
    setProblem({});
}

void HandChangeForm::setFabric(twin::NetworkPtr network, FabricId fabric) {
    m_fabric = fabric;
    std::size_t index = 0;
    while (network != nullptr && index < network->fabrics.size() &&
           network->fabrics[index].fabric.id != fabric)
        ++index;
    const bool isThere = network != nullptr && index < network->fabrics.size();
    m_names->setFabric(isThere ? std::move(network) : nullptr, index);
    m_make->setEnabled(isThere);
}

void HandChangeForm::setPlaces(const Project& project, const Catalog& catalog) {
    m_racks.clear();
    QStringList names;
    for (const Item& item : project.items) {
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        if (entry == nullptr || entry->as<RackSpec>() == nullptr) continue;
        m_racks.emplace_back(QString::fromStdString(halltwin::network::rackName(item)), item.id);
        names << m_racks.back().first;
    }
    m_rackNames->setStringList(names);
    const QSignalBlocker quiet(m_type);
    const QVariant chosen = m_type->currentData();
    m_type->clear();
    m_type->addItem(tr("the fabric's switch"), QString());
    for (const auto& [key, entry] : catalog.equipment())
        if (entry.as<SwitchSpec>() != nullptr)
            m_type->addItem(switchText(entry), QString::fromStdString(key));
    m_type->setCurrentIndex(std::max(0, m_type->findData(chosen)));
}

void HandChangeForm::setProblem(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void HandChangeForm::reset() {
    for (QLineEdit* edit : {m_first, m_second, m_rack})
        edit->clear();
    m_unit->setValue(0);
    setProblem({});
}

void HandChangeForm::begin(FabricEditKind kind, const QString& first) {
    m_kind->setCurrentIndex(static_cast<int>(kind));
    reset();
    m_first->setText(first);
    m_first->setFocus();
}

std::optional<ItemId> HandChangeForm::rackNamed(const QString& text) const {
    const auto at = std::find_if(m_racks.begin(), m_racks.end(),
                                 [&](const auto& rack) { return rack.first == text; });
    return at == m_racks.end() ? std::nullopt : std::optional(at->second);
}

void HandChangeForm::submit() {
    FabricEdit edit;
    edit.fabric = m_fabric;
    edit.kind = kind();
    edit.first = m_first->text().trimmed().toStdString();
    if (edit.first.empty()) return setProblem(tr("Name what is changed first."));
    if (isLink(edit.kind)) edit.second = m_second->text().trimmed().toStdString();
    if (edit.kind == FabricEditKind::AddLink && edit.second.empty())
        return setProblem(tr("A cable has two ends: name the other one too."));
    if (edit.kind == FabricEditKind::AddSwitch)
        edit.switchKey = m_type->currentData().toString().toStdString();
    if (hasPlace(edit.kind)) {
        const QString rack = m_rack->text().trimmed();
        edit.rack = rackNamed(rack);
        if (!rack.isEmpty() && !edit.rack) return setProblem(tr("There is no rack %1.").arg(rack));
        if (edit.kind == FabricEditKind::MoveSwitch && !edit.rack)
            return setProblem(tr("Name the rack that it moves to."));
        if (m_unit->value() > 0) edit.unit = m_unit->value();
    }
    emit wanted(edit);
}

}  // namespace halltwin::views::network
