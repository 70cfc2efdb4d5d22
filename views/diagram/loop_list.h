// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/diagram/loop_content.h"

#include <QFrame>
#include <QString>
#include <functional>

class QLabel;

namespace halltwin::views::diagram {

/// The loops in words beside their diagram: mode, flow, temperatures against the set-point, heat
/// and what takes it, head of the pumps. A click on a loop's name picks it.
class LoopList : public QFrame {
    Q_OBJECT

public:
    using NameOf = std::function<QString(ItemId)>;

    explicit LoopList(bridge::Theme& theme, QWidget* parent = nullptr);

    void show(const cooling::PlantResult& plant, const twin::Piping& piping, const NameOf& nameOf);
    [[nodiscard]] QString text() const;

signals:
    void loopPicked(std::size_t loop);

private:
    [[nodiscard]] QString loopText(const cooling::LoopResult& loop, std::size_t number,
                                   const twin::Piping& piping, const NameOf& nameOf) const;
    [[nodiscard]] QString setPointText(const cooling::LoopResult& loop) const;
    [[nodiscard]] QString headText(const cooling::LoopResult& loop, const twin::Piping& piping,
                                   const NameOf& nameOf) const;

    bridge::Theme& m_theme;
    bool m_hallsHold = true;
    QLabel* m_text;
};

}  // namespace halltwin::views::diagram
