// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/panel_parts.h"

#include <QScrollArea>

namespace halltwin::views::network {

QScrollArea* scrolled(QWidget* content, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

void makePanel(QWidget& widget) {
    widget.setObjectName(QStringLiteral("panel"));  // as the style sheet names it
    widget.setAttribute(Qt::WA_StyledBackground);
}

}  // namespace halltwin::views::network
