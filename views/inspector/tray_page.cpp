// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/tray_page.h"

#include "model/edit/cable_trays.h"
#include "model/network/network_plan.h"
#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/entity_form.h"
#include "views/inspector/figure_list.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace halltwin::views::inspector {

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("TrayFigures", english);
}

const CableTray* selectedTray(const bridge::ViewContext& context) {
    const auto id = context.selection.tray();
    return id ? context.session.project().trays.find(*id) : nullptr;
}

const network::TrayLoad* loadOf(const bridge::TwinResultPtr& result, TrayId id) {
    if (result == nullptr || result->network == nullptr) return nullptr;
    const auto& trays = result->network->cables.layout.trays;
    const auto at = std::find_if(trays.begin(), trays.end(),
                                 [&](const network::TrayLoad& load) { return load.tray == id; });
    return at == trays.end() ? nullptr : &*at;
}

}  // namespace

std::vector<ItemFigure> trayFigures(const CableTray& tray, const network::TrayLoad* load) {
    const double lengthM =
        std::hypot((tray.to.x - tray.from.x).in(metres), (tray.to.y - tray.from.y).in(metres));
    std::vector<ItemFigure> figures{{text("Length"), bridge::formatLength(metres(lengthM))}};
    if (load == nullptr) return figures;
    const bool isFull = load->fill > tray.fillLimit;
    figures.push_back({text("Fill where it is fullest"), bridge::formatShare(load->fill),
                       isFull ? FigureTone::Warning : FigureTone::Plain});
    figures.push_back({text("Cables there"), QString::number(load->count)});
    if (load->count > 0)
        figures.push_back({text("That is, from its first end"), bridge::formatLength(load->at)});
    return figures;
}

TrayPage::TrayPage(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel(this)),
      m_form(new EntityForm("tray", this)),
      m_figures(new FigureList(context.theme, this)) {
    setObjectName(QStringLiteral("inspector.tray"));
    m_title->setFont(bridge::Theme::font(bridge::TextStyle::Heading));
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("inspector.tray.title"));
    m_figures->setObjectName(QStringLiteral("inspector.tray.figures"));
    auto* hint = new QLabel(tr("Runs meet where they cross or touch; at different heights by a "
                               "drop. Racks within 3 m drop their cables onto it."),
                            this);
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::m);
    layout->setSpacing(bridge::space::s);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_form),
          static_cast<QWidget*>(hint), static_cast<QWidget*>(sectionHeading(tr("Now"), this)),
          static_cast<QWidget*>(m_figures)})
        layout->addWidget(widget);
    layout->addStretch();
    connect(m_form, &EntityForm::edited, this, &TrayPage::onEdited);
}

void TrayPage::refresh() {
    const CableTray* tray = selectedTray(m_context);
    if (tray == nullptr) return;
    m_title->setText(tray->name.empty()
                         ? tr("Cable tray")
                         : tr("Cable tray %1").arg(QString::fromStdString(tray->name)));
    m_form->setFields(readFields(*tray));
    refreshFigures();
}

void TrayPage::refreshFigures() {
    const CableTray* tray = selectedTray(m_context);
    if (tray == nullptr) return;
    m_figures->setFigures(trayFigures(*tray, loadOf(m_context.twin.latest(), tray->id)));
}

void TrayPage::onEdited(const std::string& name, const FieldValue& value) {
    const CableTray* tray = selectedTray(m_context);
    if (tray == nullptr) return;
    edit::SetTrays edit{{*tray}};
    writeField(edit.trays.front(), name, value);
    if (!m_context.session.apply(edit)) refresh();
}

}  // namespace halltwin::views::inspector
