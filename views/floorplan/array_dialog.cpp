// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/array_dialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

namespace halltwin::views::floorplan {

ArrayDialog::ArrayDialog(Length width, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Array"));
    auto* form = new QFormLayout(this);
    m_total = new QSpinBox(this);
    m_total->setObjectName(QStringLiteral("total"));
    m_total->setRange(2, 1000);
    m_total->setValue(10);
    m_total->setToolTip(tr("Number in the end, the selected ones included"));
    form->addRow(tr("&Number"), m_total);

    const auto lengthField = [this](double value, const QString& name) {
        auto* field = new QDoubleSpinBox(this);
        field->setObjectName(name);
        field->setRange(-1000.0, 1000.0);
        field->setDecimals(3);
        field->setSingleStep(0.1);
        field->setSuffix(QStringLiteral("\u00A0m"));
        field->setValue(value);
        connect(field, &QDoubleSpinBox::valueChanged, this, &ArrayDialog::updateAcceptable);
        return field;
    };
    m_pitchX = lengthField(width.in(metres), QStringLiteral("pitchX"));
    m_pitchY = lengthField(0.0, QStringLiteral("pitchY"));
    form->addRow(tr("Pitch along &x"), m_pitchX);
    form->addRow(tr("Pitch along &y"), m_pitchY);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setText(tr("&Create"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateAcceptable();
}

/// Copies on top of each other would hide an error.
void ArrayDialog::updateAcceptable() {
    m_accept->setEnabled(m_pitchX->value() != 0.0 || m_pitchY->value() != 0.0);
}

ArrayPitch ArrayDialog::pitch() const {
    return {m_total->value() - 1, metres(m_pitchX->value()), metres(m_pitchY->value())};
}

}  // namespace halltwin::views::floorplan
