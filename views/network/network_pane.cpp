// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/network_pane.h"

#include "views/bridge/theme.h"
#include "views/network/elevation_view.h"
#include "views/network/fabric_diagram_page.h"
#include "views/network/fabrics_page.h"
#include "views/network/racks_page.h"
#include "views/network/study_bar.h"
#include "views/network/traffic_page.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace halltwin::views::network {

NetworkPane::NetworkPane(const bridge::ViewContext& context, bridge::NetworkStudy& study,
                         QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_study(study),
      m_stack(new QStackedWidget(this)),
      m_buttons(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("networkPane"));
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("panel"));
    strip->setAttribute(Qt::WA_StyledBackground);
    m_strip = new QHBoxLayout(strip);
    m_strip->setContentsMargins(bridge::space::m, 2, bridge::space::m, 2);
    m_strip->setSpacing(bridge::space::s);
    addPages();
    m_strip->addStretch(1);
    m_strip->addWidget(new StudyBar(context, study, strip));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(strip);
}

void NetworkPane::addPages() {
    m_diagram = new FabricDiagramPage(m_context, m_study, m_stack);
    connect(m_diagram, &FabricDiagramPage::planWanted, this, &NetworkPane::planWanted);
    connect(m_diagram, &FabricDiagramPage::message, this, &NetworkPane::message);
    addPage(Page::Diagram, tr("Diagram"), m_diagram);
    m_racks = new RacksPage(m_context, m_study, m_stack);
    connect(m_racks, &RacksPage::planWanted, this, &NetworkPane::planWanted);
    connect(m_racks, &RacksPage::exportWanted, this, &NetworkPane::exportWanted);
    addPage(Page::Racks, tr("Racks"), m_racks);
    addPage(Page::Traffic, tr("Traffic"), new TrafficPage(m_context, m_study, m_stack));
    addPage(Page::Fabrics, tr("Fabrics"), new FabricsPage(m_context, m_study, m_stack));
}

void NetworkPane::addPage(Page page, const QString& title, QWidget* widget) {
    m_stack->addWidget(widget);
    auto* button = new QToolButton(m_strip->parentWidget());
    button->setObjectName(QStringLiteral("network.page.%1").arg(static_cast<int>(page)));
    button->setText(title);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setChecked(m_pages.empty());
    m_buttons->addButton(button, static_cast<int>(page));
    m_strip->addWidget(button);
    m_pages.push_back({page, widget});
    connect(button, &QToolButton::clicked, this, [this, page] { showPage(page); });
}

void NetworkPane::showPage(Page page) {
    for (const Entry& entry : m_pages)
        if (entry.page == page) {
            m_stack->setCurrentWidget(entry.widget);
            m_buttons->button(static_cast<int>(page))->setChecked(true);
        }
}

void NetworkPane::fit() {
    if (page() == Page::Diagram) m_diagram->fit();
    if (page() == Page::Racks) m_racks->view().fit();
}

void NetworkPane::zoomIn() {
    if (page() == Page::Diagram) m_diagram->zoomIn();
    if (page() == Page::Racks) m_racks->view().zoomIn();
}

void NetworkPane::zoomOut() {
    if (page() == Page::Diagram) m_diagram->zoomOut();
    if (page() == Page::Racks) m_racks->view().zoomOut();
}

Result<void> NetworkPane::write(const QString& path) const {
    return page() == Page::Racks ? m_racks->write(path) : m_diagram->write(path);
}

NetworkPane::Page NetworkPane::page() const {
    for (const Entry& entry : m_pages)
        if (entry.widget == m_stack->currentWidget()) return entry.page;
    return Page::Diagram;
}

}  // namespace halltwin::views::network
