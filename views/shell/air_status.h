// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QTimer>
#include <QToolButton>

namespace halltwin::views::shell {

/// What the room air on screen is worth, in the status bar: "Air: fine · 0.30 m · 84,816 cells ·
/// mass 2e-8 · heat 0.002 % · mean over 60 s · ± 0.33 K", and the stage that is on its way. The dot
/// is green only for an answer that is settled, and grey for a preview, which has no such claim. A
/// click opens how it was calculated. Follows the twin by itself.
class AirStatus : public QToolButton {
    Q_OBJECT

public:
    explicit AirStatus(const bridge::ViewContext& context, QWidget* parent = nullptr);

private:
    void refresh();
    void refreshDot();
    void explain();
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QString comingText() const;
    [[nodiscard]] QString tipText() const;

    bridge::ViewContext m_context;
    QTimer m_tick;     ///< while something is calculated
    QString m_failed;  ///< why the last input has no answer at all
};

}  // namespace halltwin::views::shell
