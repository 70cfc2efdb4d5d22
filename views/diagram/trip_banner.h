// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_graph.h"
#include "views/bridge/theme.h"
#include "views/diagram/what_if.h"

#include <QFrame>
#include <QString>
#include <functional>

class QLabel;

namespace halltwin::views::diagram {

/// Says above the diagram what is out on trial and what comes of it, with a button that puts
/// everything back. Hidden while nothing is out.
class TripBanner : public QFrame {
    Q_OBJECT

public:
    using NameOf = std::function<QString(ItemId)>;

    explicit TripBanner(bridge::Theme& theme, QWidget* parent = nullptr);

    void show(const WhatIf& whatIf, const NameOf& nameOf, const power::LoadKind& kindOf);

signals:
    void restoreWanted();

private:
    void restyle();

    bridge::Theme& m_theme;
    QLabel* m_text;
};

}  // namespace halltwin::views::diagram
