// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace halltwin::views::network {

/// Scrolls the content up and down only, on the background of what is behind it.
[[nodiscard]] QScrollArea* scrolled(QWidget* content, QWidget* parent);

/// Gives a widget the background of panels.
void makePanel(QWidget& widget);

}  // namespace halltwin::views::network
