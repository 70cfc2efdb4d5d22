// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/cable_page.h"

#include "model/edit/set_cables.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/entity_form.h"
#include "views/inspector/figure_list.h"
#include "views/inspector/power_figures.h"

#include <QLabel>
#include <QVBoxLayout>

namespace halltwin::views::inspector {

namespace {

const PowerLink* selectedLink(const bridge::ViewContext& context) {
    const auto id = context.selection.powerLink();
    return id ? context.session.project().powerLinks.find(*id) : nullptr;
}

}  // namespace

CablePage::CablePage(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel(this)),
      m_form(new EntityForm("power_link", this)),
      m_figures(new FigureList(context.theme, this)),
      m_figuresHeading(sectionHeading(tr("Now"), this)) {
    setObjectName(QStringLiteral("inspector.cable"));
    m_title->setFont(bridge::Theme::font(bridge::TextStyle::Heading));
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("inspector.cable.title"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::m);
    layout->setSpacing(bridge::space::s);
    for (QWidget* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_form),
                            m_figuresHeading, static_cast<QWidget*>(m_figures)})
        layout->addWidget(widget);
    layout->addStretch();
    connect(m_form, &EntityForm::edited, this, &CablePage::onEdited);
}

void CablePage::refresh() {
    const PowerLink* link = selectedLink(m_context);
    if (link == nullptr) return;
    const Project& project = m_context.session.project();
    const auto title = [&](ItemId id) {
        const Item* item = project.items.find(id);
        return item == nullptr ? QString() : bridge::itemTitle(*item, m_context.session.catalog());
    };
    m_title->setText(tr("%1 to %2").arg(title(link->from), title(link->to)));
    m_form->setFields(pick(readFields(*link),
                           {"feed", "phase", "length_m", "area_mm2", "conductor", "breaker_a"}));
    refreshFigures();
}

void CablePage::refreshFigures() {
    const PowerLink* link = selectedLink(m_context);
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    std::vector<ItemFigure> figures;
    if (link != nullptr && result != nullptr) figures = cableFigures(link->id, result->power);
    m_figuresHeading->setVisible(!figures.empty());
    m_figures->setFigures(figures);
}

void CablePage::onEdited(const std::string& name, const FieldValue& value) {
    const PowerLink* link = selectedLink(m_context);
    if (link == nullptr) return;
    edit::SetCables edit{{*link}};
    writeField(edit.links.front(), name, value);
    if (!m_context.session.apply(edit)) refresh();
}

}  // namespace halltwin::views::inspector
