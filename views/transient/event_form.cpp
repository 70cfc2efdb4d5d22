// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transient/event_form.h"

#include "model/thermal/air_class.h"
#include "model/twin/stored_water.h"
#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace halltwin::views::transient {

namespace {

using thermal::Action;
using thermal::TransientEvent;

constexpr int coolerListHeight = 52;

struct Range {
    double low;
    double high;
    double value;
};

QDoubleSpinBox* spin(const char* name, const QString& label, const Range& range, QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->setDecimals(0);
    box->setRange(range.low, range.high);
    box->setValue(range.value);
    box->setSuffix(QStringLiteral(" s"));
    return box;
}

}  // namespace

EventForm::EventForm(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_layout(new QFormLayout),
      m_hall(new QComboBox(this)),
      m_happening(new QComboBox(this)),
      m_coolers(new QListWidget(this)),
      m_value(spin("transient.value", tr("New value"), {0.0, 500.0, 50.0}, this)),
      m_at(spin("transient.at", tr("Starts at"), {0.0, 86400.0, 10.0}, this)),
      m_returns(new QCheckBox(tr("Back after"), this)),
      m_after(spin("transient.after", tr("Back after"), {1.0, 86400.0, 120.0}, this)),
      m_duration(spin("transient.duration", tr("Follow for"), {10.0, 86400.0, 300.0}, this)),
      m_class(new QComboBox(this)),
      m_cells(spin("transient.cells", tr("Cell size"), {0.1, 2.0, 0.6}, this)),
      m_store(spin("transient.store", tr("Cold water in store"), {0.0, 1e6, 0.0}, this)),
      m_added(new QLabel(this)) {
    setObjectName(QStringLiteral("transientForm"));
    build();
    connect(m_hall, &QComboBox::currentIndexChanged, this, [this] {
        clearAdded();
        refreshCoolers();
        refreshStore();
    });
    connect(m_happening, &QComboBox::currentIndexChanged, this, &EventForm::refreshFields);
    connect(m_returns, &QCheckBox::toggled, this, &EventForm::refreshFields);
    refresh();
    refreshFields();
}

void EventForm::build() {
    m_hall->setObjectName(QStringLiteral("transient.hall"));
    m_hall->setAccessibleName(tr("Hall"));
    m_happening->setObjectName(QStringLiteral("transient.happening"));
    m_happening->setAccessibleName(tr("What happens"));
    m_happening->addItems({tr("Coolers fail"), tr("Coils lose water, fans run on"),
                           tr("Chillers fail, pumps run on"), tr("IT load step"),
                           tr("Supply set-point")});
    m_coolers->setObjectName(QStringLiteral("transient.coolers"));
    m_coolers->setAccessibleName(tr("Coolers concerned"));
    m_coolers->setFixedHeight(coolerListHeight);
    m_coolers->setFlow(QListView::LeftToRight);
    m_coolers->setWrapping(true);
    m_coolers->setResizeMode(QListView::Adjust);
    m_returns->setObjectName(QStringLiteral("transient.returns"));
    m_added->setObjectName(QStringLiteral("transient.added"));
    m_added->setWordWrap(true);
    m_added->setProperty("muted", true);
    auto* add = new QPushButton(tr("Add another"), this);
    add->setObjectName(QStringLiteral("transient.add"));
    add->setToolTip(tr("Keep this happening and describe the next one"));
    auto* clear = new QPushButton(tr("Clear"), this);
    clear->setObjectName(QStringLiteral("transient.clear"));
    clear->setToolTip(tr("Forget the happenings that were added"));
    connect(add, &QPushButton::clicked, this, &EventForm::addCurrent);
    connect(clear, &QPushButton::clicked, this, &EventForm::clearAdded);

    auto* back = new QHBoxLayout;
    back->setSpacing(bridge::space::s);
    back->addWidget(m_at, 1);
    back->addWidget(m_returns);
    back->addWidget(m_after, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(bridge::space::s);
    buttons->addWidget(add);
    buttons->addWidget(clear);
    buttons->addStretch();
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setVerticalSpacing(bridge::space::xs);
    m_layout->addRow(tr("Hall"), m_hall);
    m_layout->addRow(tr("What"), m_happening);
    m_layout->addRow(tr("Coolers"), m_coolers);
    m_layout->addRow(tr("To"), m_value);
    m_layout->addRow(tr("At"), back);
    m_layout->addRow(QString(), buttons);
    m_layout->addRow(QString(), m_added);
    m_layout->addRow(tr("Follow for"), m_duration);
    m_layout->addRow(tr("Class"), model());
    m_layout->setRowVisible(m_added, false);
    setLayout(m_layout);
}

/// What the answer is measured against and made from: class, cells, cold water.
QLayout* EventForm::model() {
    m_class->setObjectName(QStringLiteral("transient.class"));
    m_class->setAccessibleName(tr("Class of the equipment"));
    m_class->setToolTip(tr("Class of the allowable intake, ASHRAE TC 9.9, at the site's altitude"));
    for (const thermal::AirClass each : thermal::allAirClasses) {
        const std::string_view name = thermal::nameOf(each);
        m_class->addItem(QString::fromUtf8(name.data(), qsizetype(name.size())));
    }
    m_class->setCurrentIndex(static_cast<int>(thermal::AirClass::A2));
    m_cells->setDecimals(2);
    m_cells->setSingleStep(0.05);
    m_cells->setSuffix(QStringLiteral(" m"));
    m_cells->setToolTip(tr("Size of the cells; half of it takes some twelve times as long"));
    m_store->setSuffix(QStringLiteral(" m³"));
    m_store->setToolTip(tr("Cold water besides that in the pipes; at first that of the tanks that "
                           "the hall hangs on"));
    auto* row = new QHBoxLayout;
    row->setSpacing(bridge::space::s);
    row->addWidget(m_class, 1);
    row->addWidget(new QLabel(tr("Cells"), this));
    row->addWidget(m_cells, 1);
    row->addWidget(new QLabel(tr("Store"), this));
    row->addWidget(m_store, 1);
    return row;
}

/// The tanks' water, unless another amount was entered.
void EventForm::refreshStore() {
    const double known =
        twin::storedWater(m_context.session.project(), m_context.session.catalog(), hall())
            .in(cubicMetres);
    if (m_store->value() == m_store->property("known").toDouble()) m_store->setValue(known);
    m_store->setProperty("known", known);
}

void EventForm::refresh() {
    const HallId before = hall();
    const Project& project = m_context.session.project();
    const QSignalBlocker quiet(m_hall);
    m_hall->clear();
    for (const Hall& each : project.halls) {
        if (each.kind != HallKind::DataHall) continue;
        m_hall->addItem(QString::fromStdString(each.name), qlonglong(each.id.value));
        if (each.id == before) m_hall->setCurrentIndex(m_hall->count() - 1);
    }
    clearAdded();
    refreshCoolers();
    refreshStore();
}

void EventForm::refreshCoolers() {
    const HallId wanted = hall();
    m_coolers->clear();
    for (const Item& item : m_context.session.project().items) {
        const CatalogEntry* entry = m_context.session.catalog().find(item.catalogKey);
        if (item.hall != wanted || entry == nullptr || !entry->as<CoolerSpec>()) continue;
        if (item.fanSpeed && *item.fanSpeed <= 0.0) continue;
        auto* row = new QListWidgetItem(QString::fromStdString(item.label), m_coolers);
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        row->setCheckState(Qt::Checked);
        row->setData(Qt::UserRole, qlonglong(item.id.value));
    }
}

void EventForm::refreshFields() {
    const Happening what = happening();
    const bool ofCoolers = what != Happening::LoseChillers && what != Happening::LoadStep;
    const bool hasValue = what == Happening::LoadStep || what == Happening::SetPoint;
    m_layout->setRowVisible(m_coolers, ofCoolers);
    m_layout->setRowVisible(m_value, hasValue);
    if (what == Happening::LoadStep) {
        m_value->setRange(0.0, 500.0);
        m_value->setSuffix(QStringLiteral(" %"));
        m_value->setToolTip(tr("IT load of all racks, of what they have now"));
        if (!m_value->property("isLoad").toBool()) m_value->setValue(50.0);
    } else if (what == Happening::SetPoint) {
        m_value->setRange(5.0, 45.0);
        m_value->setSuffix(QStringLiteral(" °C"));
        m_value->setToolTip(tr("Supply air temperature that the coolers hold"));
        if (m_value->property("isLoad").toBool() || m_value->value() > 40.0)
            m_value->setValue(25.0);
    }
    m_value->setProperty("isLoad", what == Happening::LoadStep);
    m_returns->setVisible(what != Happening::SetPoint);
    m_after->setVisible(what != Happening::SetPoint);
    m_after->setEnabled(m_returns->isChecked());
}

EventForm::Happening EventForm::happening() const {
    return static_cast<Happening>(m_happening->currentIndex());
}

HallId EventForm::hall() const {
    return HallId{m_hall->currentData().toLongLong()};
}

std::vector<ItemId> EventForm::chosenCoolers() const {
    std::vector<ItemId> chosen;
    for (int row = 0; row < m_coolers->count(); ++row) {
        const QListWidgetItem* item = m_coolers->item(row);
        if (item->checkState() == Qt::Checked)
            chosen.push_back(ItemId{item->data(Qt::UserRole).toLongLong()});
    }
    return chosen;
}

std::vector<TransientEvent> EventForm::currentEvents() const {
    const Duration at = seconds(m_at->value());
    const Duration back = at + seconds(m_after->value());
    std::vector<TransientEvent> events;
    const auto add = [&](Action action, Action undone, ItemId item) {
        TransientEvent event{at, action, item, m_value->value() / 100.0, celsius(m_value->value())};
        events.push_back(event);
        if (!m_returns->isChecked() || action == Action::Supply) return;
        event.at = back;
        event.action = undone;
        event.factor = 1.0;
        events.push_back(event);
    };
    switch (happening()) {
        case Happening::LoseChillers: add(Action::StopChillers, Action::StartChillers, {}); break;
        case Happening::LoadStep: add(Action::Load, Action::Load, {}); break;
        case Happening::Fail:
            for (const ItemId cooler : chosenCoolers())
                add(Action::Stop, Action::Start, cooler);
            break;
        case Happening::LoseWater:
            for (const ItemId cooler : chosenCoolers())
                add(Action::CutWater, Action::FeedWater, cooler);
            break;
        case Happening::SetPoint:
            for (const ItemId cooler : chosenCoolers())
                add(Action::Supply, Action::Supply, cooler);
            break;
    }
    return events;
}

QString EventForm::currentText() const {
    QString text = QStringLiteral("%1 · %2").arg(
        bridge::formatWithUnit(m_at->value(), 0, QStringLiteral("s")), m_happening->currentText());
    const Happening what = happening();
    if (what == Happening::LoadStep || what == Happening::SetPoint)
        text += QStringLiteral(" ") + m_value->text();
    else if (what != Happening::LoseChillers)
        text += tr(" (%1)").arg(chosenCoolers().size());
    if (m_returns->isChecked() && what != Happening::SetPoint)
        text += tr(", back after %1").arg(m_after->text());
    return text;
}

void EventForm::addCurrent() {
    const auto current = currentEvents();
    if (current.empty()) return;
    m_addedEvents.insert(m_addedEvents.end(), current.begin(), current.end());
    m_added->setText(m_added->text().isEmpty()
                         ? currentText()
                         : m_added->text() + QLatin1Char('\n') + currentText());
    m_layout->setRowVisible(m_added, true);
}

void EventForm::clearAdded() {
    m_addedEvents.clear();
    m_added->clear();
    m_layout->setRowVisible(m_added, false);
}

std::vector<TransientEvent> EventForm::events() const {
    return m_addedEvents.empty() ? currentEvents() : m_addedEvents;
}

thermal::TransientSettings EventForm::settings() const {
    thermal::TransientSettings settings;
    settings.duration = seconds(m_duration->value());
    for (const TransientEvent& event : events())
        settings.duration = std::max(settings.duration, event.at);
    settings.limits.allowableHigh =
        thermal::allowable(static_cast<thermal::AirClass>(m_class->currentIndex()),
                           m_context.session.project().site.altitude)
            .high;
    settings.gridM = m_cells->value();
    settings.mass.storageTank = cubicMetres(m_store->value());
    return settings;
}

}  // namespace halltwin::views::transient
