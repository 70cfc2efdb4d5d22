// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QComboBox>

namespace halltwin::views::shell {

/// Chooses the scenario that the twin shows; the first entry is the project as drawn.
class ScenarioBox : public QComboBox {
    Q_OBJECT

public:
    explicit ScenarioBox(const bridge::ViewContext& context, QWidget* parent = nullptr);

private:
    void refresh();
    void choose(int index);

    bridge::ViewContext m_context;
};

}  // namespace halltwin::views::shell
