// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace halltwin::views::shell {

/// A dock with a quiet title, by which it can be moved.
class Dock : public QDockWidget {
    Q_OBJECT

public:
    /// The dock takes over the content.
    Dock(const QString& title, const QString& objectName, QWidget* content, QWidget* parent);
};

}  // namespace halltwin::views::shell
