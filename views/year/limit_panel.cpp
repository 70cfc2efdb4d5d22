// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/limit_panel.h"

#include "model/edit/set_plant.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace halltwin::views::year {

namespace {

constexpr double mostLimit = 10.0;

}  // namespace

LimitPanel::LimitPanel(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context) {
    setObjectName(QStringLiteral("year.limits"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(bridge::space::m, 0, bridge::space::m, bridge::space::s);
    form->setSpacing(bridge::space::xs);
    auto* heading = new QLabel(tr("Limits, ASHRAE 90.4"), this);
    heading->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    form->addRow(heading);
    m_mlc = addBox(*form, tr("MLC at most"), "year.mlcLimit");
    m_elc = addBox(*form, tr("ELC at most"), "year.elcLimit");
    connect(m_mlc, &QDoubleSpinBox::valueChanged, this,
            [this] { take(&PlantControl::mlcLimit, *m_mlc); });
    connect(m_elc, &QDoubleSpinBox::valueChanged, this,
            [this] { take(&PlantControl::elcLimit, *m_elc); });
    connect(&context.session, &bridge::ProjectSession::changed, this, &LimitPanel::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &LimitPanel::refresh);
    refresh();
}

QDoubleSpinBox* LimitPanel::addBox(QFormLayout& form, const QString& name, const char* objectName) {
    auto* box = new QDoubleSpinBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(name);
    box->setRange(0.0, mostLimit);
    box->setDecimals(3);
    box->setSingleStep(0.01);
    box->setSpecialValueText(tr("none"));
    box->setKeyboardTracking(false);
    box->setToolTip(tr("By climate zone, from the standard; the tile above says whether the year "
                       "meets it"));
    auto* label = new QLabel(name, this);
    label->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    form.addRow(label, box);
    return box;
}

void LimitPanel::take(std::optional<double> PlantControl::*limit, const QDoubleSpinBox& box) {
    edit::SetPlant edit{m_context.session.project().plant};
    edit.plant.*limit = box.value() > 0.0 ? std::optional(box.value()) : std::nullopt;
    m_context.session.apply(edit);
}

void LimitPanel::refresh() {
    const PlantControl& plant = m_context.session.project().plant;
    const QSignalBlocker quietMlc(m_mlc);
    const QSignalBlocker quietElc(m_elc);
    m_mlc->setValue(plant.mlcLimit.value_or(0.0));
    m_elc->setValue(plant.elcLimit.value_or(0.0));
}

}  // namespace halltwin::views::year
