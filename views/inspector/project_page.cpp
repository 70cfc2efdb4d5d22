// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/project_page.h"

#include "model/edit/edits.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/inspector/entity_form.h"
#include "views/inspector/figure_list.h"

#include <QLabel>
#include <QVBoxLayout>

namespace halltwin::views::inspector {

ProjectPage::ProjectPage(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_info(new EntityForm("info", this)),
      m_site(new EntityForm("site", this)),
      m_plant(new EntityForm("plant", this)),
      m_economics(new EntityForm("economics", this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::m);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(sectionHeading(tr("Project"), this));
    layout->addWidget(m_info);
    layout->addWidget(sectionHeading(tr("Site"), this));
    layout->addWidget(m_site);
    layout->addWidget(sectionHeading(tr("Cooling plant"), this));
    layout->addWidget(m_plant);
    layout->addWidget(sectionHeading(tr("Prices and rates"), this));
    layout->addWidget(m_economics);
    layout->addStretch();

    connect(m_info, &EntityForm::edited, this,
            [this](const std::string& name, const FieldValue& value) {
                edit::SetInfo edit{m_context.session.project().info};
                writeField(edit.info, name, value);
                if (!m_context.session.apply(edit)) refresh();
            });
    connect(m_site, &EntityForm::edited, this,
            [this](const std::string& name, const FieldValue& value) {
                edit::SetSite edit{m_context.session.project().site};
                writeField(edit.site, name, value);
                if (!m_context.session.apply(edit)) refresh();
            });
    connect(m_plant, &EntityForm::edited, this,
            [this](const std::string& name, const FieldValue& value) {
                edit::SetPlant edit{m_context.session.project().plant};
                writeField(edit.plant, name, value);
                if (!m_context.session.apply(edit)) refresh();
            });
    connect(m_economics, &EntityForm::edited, this,
            [this](const std::string& name, const FieldValue& value) {
                edit::SetEconomics edit{m_context.session.project().economics};
                writeField(edit.economics, name, value);
                if (!m_context.session.apply(edit)) refresh();
            });
    refresh();
}

void ProjectPage::refresh() {
    const Project& project = m_context.session.project();
    m_info->setFields(readFields(project.info));
    m_site->setFields(readFields(project.site));
    m_plant->setFields(readFields(project.plant));
    m_economics->setFields(readFields(project.economics));
}

}  // namespace halltwin::views::inspector
