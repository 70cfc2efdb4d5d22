// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/plan_commands.h"

#include <QDialog>

class QDoubleSpinBox;
class QPushButton;
class QSpinBox;

namespace halltwin::views::floorplan {

/// Asks for an array: how many in all, and the pitch along x and y.
class ArrayDialog : public QDialog {
    Q_OBJECT

public:
    /// `width` of the selection is the first proposal for the pitch along x.
    explicit ArrayDialog(Length width, QWidget* parent = nullptr);

    [[nodiscard]] ArrayPitch pitch() const;

private:
    void updateAcceptable();

    QSpinBox* m_total;
    QDoubleSpinBox* m_pitchX;
    QDoubleSpinBox* m_pitchY;
    QPushButton* m_accept;
};

}  // namespace halltwin::views::floorplan
