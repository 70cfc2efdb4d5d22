// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QWidget>

namespace halltwin::views::inspector {

class EntityForm;

/// Project details, site, and the prices and rates behind all money.
class ProjectPage : public QWidget {
    Q_OBJECT

public:
    explicit ProjectPage(const bridge::ViewContext& context, QWidget* parent = nullptr);

    void refresh();

private:
    bridge::ViewContext m_context;
    EntityForm* m_info;
    EntityForm* m_site;
    EntityForm* m_plant;
    EntityForm* m_economics;
};

}  // namespace halltwin::views::inspector
