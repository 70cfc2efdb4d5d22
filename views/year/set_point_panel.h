// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/year/year_feed.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;

namespace halltwin::views::year {

/// Moves all air or water set-points and chooses staging and reset, on trial: the feed calculates
/// the year of it while a slider moves, and the difference to the present design stands below.
/// Apply makes it one undoable edit, Reset ends the trial.
class SetPointPanel : public QWidget {
    Q_OBJECT

public:
    SetPointPanel(const bridge::ViewContext& context, YearFeed& feed, QWidget* parent = nullptr);

    /// Shows the feed's answers.
    void refresh();

private:
    struct Slider {
        QSlider* slider = nullptr;
        QLabel* value = nullptr;
    };

    [[nodiscard]] Slider addSlider(const QString& name, const char* objectName,
                                   const QString& what);
    [[nodiscard]] QComboBox* addChoice(const QString& name, const char* objectName,
                                       const QStringList& texts);
    [[nodiscard]] QDoubleSpinBox* makeResetRise();
    void onMoved();
    void showControl();
    void takeOver();
    void reset();
    void showDifference();
    [[nodiscard]] Trial trial() const;

    bridge::ViewContext m_context;
    YearFeed& m_feed;
    Slider m_air;
    Slider m_water;
    QComboBox* m_staging;
    QComboBox* m_reset;
    QDoubleSpinBox* m_resetRise;
    QLabel* m_difference;
    QPushButton* m_apply;
    QPushButton* m_resetButton;
};

}  // namespace halltwin::views::year
