// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/new_hall_dialog.h"

#include "views/bridge/theme.h"
#include "views/inspector/entity_form.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace halltwin::views::shell {

NewHallDialog::NewHallDialog(QWidget* parent)
    : QDialog(parent),
      m_form(new inspector::EntityForm("hall", this)) {
    setObjectName(QStringLiteral("newHallDialog"));
    setWindowTitle(tr("New hall"));
    m_hall.name = tr("Data hall").toStdString();
    m_hall.floorVoid = metres(0.6);
    auto* heading = new QLabel(tr("An empty data hall"), this);
    heading->setFont(bridge::Theme::font(bridge::TextStyle::Heading));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Create"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::l, bridge::space::l, bridge::space::l,
                               bridge::space::m);
    layout->setSpacing(bridge::space::m);
    layout->addWidget(heading);
    layout->addWidget(m_form);
    layout->addWidget(buttons);
    setMinimumWidth(400);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &inspector::EntityForm::edited, this,
            [this](const std::string& name, const inspector::FieldValue& value) {
                Hall changed = m_hall;
                inspector::writeField(changed, name, value);
                if (changed.width > Length() && changed.depth > Length() &&
                    changed.height > Length()) {
                    m_hall = changed;
                }
                refresh();
            });
    refresh();
}

void NewHallDialog::refresh() {
    m_form->setFields(
        inspector::pick(inspector::readFields(m_hall),
                        {"name", "width_m", "depth_m", "height_m", "floor_void_m", "tile_m"}));
}

Project NewHallDialog::project() const {
    Project project;
    project.info.name = m_hall.name;
    project.halls.add(m_hall);
    return project;
}

}  // namespace halltwin::views::shell
