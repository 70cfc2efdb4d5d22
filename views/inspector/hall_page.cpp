// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/hall_page.h"

#include "model/edit/edits.h"
#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/entity_form.h"
#include "views/inspector/figure_list.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace halltwin::views::inspector {

HallPage::HallPage(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_choice(new QComboBox(this)),
      m_remove(new QPushButton(tr("Remove"), this)),
      m_form(new EntityForm("hall", this)),
      m_figuresBox(new QWidget(this)),
      m_figures(new FigureList(context.theme, m_figuresBox)) {
    m_choice->setObjectName(QStringLiteral("hall.choice"));
    m_choice->setAccessibleName(tr("Hall"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* add = new QPushButton(tr("Add hall"), this);
    add->setObjectName(QStringLiteral("hall.add"));
    add->setToolTip(tr("Add an empty data hall beside the others"));
    m_remove->setObjectName(QStringLiteral("hall.remove"));
    m_remove->setToolTip(tr("Remove this hall with everything in it"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto* figuresLayout = new QVBoxLayout(m_figuresBox);
    figuresLayout->setContentsMargins(0, 0, 0, 0);
    figuresLayout->setSpacing(bridge::space::s);
    figuresLayout->addWidget(sectionHeading(tr("Air management"), m_figuresBox));
    figuresLayout->addWidget(m_figures);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::m, bridge::space::m,
                               bridge::space::m);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(m_choice);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    layout->addWidget(m_figuresBox);
    layout->addStretch();

    connect(m_choice, &QComboBox::activated, this,
            [this] { setHall(HallId{m_choice->currentData().toLongLong()}); });
    connect(add, &QPushButton::clicked, this, &HallPage::addHall);
    connect(m_remove, &QPushButton::clicked, this, &HallPage::removeHall);
    connect(m_form, &EntityForm::edited, this,
            [this](const std::string& name, const FieldValue& value) {
                const Hall* hall = m_context.session.project().halls.find(m_hall);
                if (hall == nullptr) return;
                edit::UpdateHall edit{*hall};
                writeField(edit.hall, name, value);
                if (!m_context.session.apply(edit)) refresh();
            });
}

void HallPage::setHall(HallId id) {
    m_hall = id;
    refresh();
}

void HallPage::refresh() {
    const Project& project = m_context.session.project();
    if (!project.halls.contains(m_hall)) {
        m_hall = project.halls.empty() ? HallId{} : project.halls.begin()->id;
    }
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const Hall& hall : project.halls) {
        m_choice->addItem(QString::fromStdString(hall.name), static_cast<qlonglong>(hall.id.value));
        if (hall.id == m_hall) m_choice->setCurrentIndex(m_choice->count() - 1);
    }
    const Hall* hall = project.halls.find(m_hall);
    m_form->setVisible(hall != nullptr);
    m_remove->setEnabled(hall != nullptr);
    if (hall != nullptr) m_form->setFields(readFields(*hall));
    refreshFigures();
}

void HallPage::refreshFigures() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    const twin::RoomAnswer* room = result == nullptr ? nullptr : result->room(m_hall);
    m_figuresBox->setVisible(room != nullptr);
    if (room == nullptr) return;
    const thermal::Metrics& metrics = room->air.metrics;
    m_figures->setFigures({
        {tr("Warmest intake"), bridge::formatTemperature(metrics.maxIntake)},
        {tr("Rack cooling index, high"),
         bridge::formatWithUnit(metrics.rciHi, 1, QStringLiteral("%"))},
        {tr("Rack cooling index, low"),
         bridge::formatWithUnit(metrics.rciLo, 1, QStringLiteral("%"))},
        {tr("Return temperature index"),
         bridge::formatWithUnit(metrics.rti, 1, QStringLiteral("%"))},
        {tr("Supply heat index"), bridge::formatNumber(metrics.shi, 3)},
        {tr("Return heat index"), bridge::formatNumber(metrics.rhi, 3)},
    });
}

void HallPage::addHall() {
    const Project& project = m_context.session.project();
    Hall hall;
    hall.name = tr("Hall %1").arg(project.halls.size() + 1).toStdString();
    for (const Hall& other : project.halls) {
        hall.origin.x = std::max(hall.origin.x, other.origin.x + other.width + metres(3.0));
    }
    const HallId id = project.halls.nextId();
    if (m_context.session.apply(edit::AddHall{hall})) setHall(id);
}

void HallPage::removeHall() {
    m_context.session.apply(edit::RemoveHall{m_hall});
}

}  // namespace halltwin::views::inspector
