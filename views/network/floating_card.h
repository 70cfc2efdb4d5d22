// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QWidget>

class QLabel;

namespace halltwin::views::network {

/// A few lines of text over a diagram, with a button that dismisses them. Hidden while empty.
class FloatingCard : public QWidget {
    Q_OBJECT

public:
    FloatingCard(bridge::Theme& theme, const QString& name, QWidget* parent);

    void setText(const QString& rich);
    [[nodiscard]] QString text() const;

signals:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bridge::Theme& m_theme;
    QLabel* m_label;
};

}  // namespace halltwin::views::network
