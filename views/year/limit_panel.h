// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/entities.h"
#include "views/bridge/view_context.h"

#include <QWidget>
#include <optional>

class QDoubleSpinBox;
class QFormLayout;

namespace halltwin::views::year {

/// The project's limits of the components of ASHRAE 90.4, which depend on the climate zone and are
/// looked up in the standard. Every change is an edit; zero takes the limit away.
class LimitPanel : public QWidget {
    Q_OBJECT

public:
    explicit LimitPanel(const bridge::ViewContext& context, QWidget* parent = nullptr);

private:
    [[nodiscard]] QDoubleSpinBox* addBox(QFormLayout& form, const QString& name,
                                         const char* objectName);
    void take(std::optional<double> PlantControl::*limit, const QDoubleSpinBox& box);
    void refresh();

    bridge::ViewContext m_context;
    QDoubleSpinBox* m_mlc;
    QDoubleSpinBox* m_elc;
};

}  // namespace halltwin::views::year
