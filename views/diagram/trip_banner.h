// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/diagram/trial_text.h"

#include <QFrame>

class QLabel;

namespace halltwin::views::diagram {

/// Says above the diagram what is on trial and what comes of it, with a button that puts everything
/// back. Hidden while nothing is.
class TripBanner : public QFrame {
    Q_OBJECT

public:
    explicit TripBanner(bridge::Theme& theme, QWidget* parent = nullptr);

    void show(const bridge::WhatIf& whatIf, const NameOf& nameOf, const power::LoadKind& kindOf);

signals:
    void restoreWanted();

private:
    void restyle();

    bridge::Theme& m_theme;
    QLabel* m_text;
};

}  // namespace halltwin::views::diagram
