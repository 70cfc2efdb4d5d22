// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/entities.h"
#include "views/bridge/view_context.h"

#include <QElapsedTimer>
#include <QWidget>
#include <array>

class QLabel;
class QSlider;

namespace halltwin::views::charts {

/// One slider for each source of the electricity bought. Moving one scales the others so that the
/// sum stays 100 %; a whole gesture, by mouse or by keys, is one undo step.
class MixSliders : public QWidget {
    Q_OBJECT

public:
    explicit MixSliders(const bridge::ViewContext& context, QWidget* parent = nullptr);

private:
    struct Row {
        QLabel* name = nullptr;
        QSlider* slider = nullptr;
        QLabel* value = nullptr;
    };

    void startGesture();
    void onMoved(EnergySource source, int steps);
    void showMix();

    bridge::ViewContext m_context;
    std::array<Row, energySourceCount> m_rows;
    EnergySupply m_gestureStart;  ///< all steps of a gesture start here, so that going back
                                  ///< restores the others
    int m_gesture = 0;
    EnergySource m_gestureSource = EnergySource::Coal;
    bool m_mouseHeld = false;
    QElapsedTimer m_sinceMove;
};

}  // namespace halltwin::views::charts
