// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/derivation.h"
#include "views/bridge/theme.h"

#include <QFrame>

namespace halltwin::views::shell {

/// Where a figure comes from: formula, inputs with their units, and sources. A popup that closes at
/// a click outside it or with Escape, and deletes itself then.
class DerivationPopup : public QFrame {
    Q_OBJECT

public:
    DerivationPopup(const twin::Derivation& derivation, bridge::Theme& theme, QWidget* parent);

    /// Opens above the widget, within its screen.
    void openAbove(const QWidget& anchor);

private:
    [[nodiscard]] QWidget* inputTable(const twin::Derivation& derivation);
};

}  // namespace halltwin::views::shell
