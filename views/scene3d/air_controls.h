// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"
#include "views/scene3d/air_shapes.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSlider;

namespace halltwin::views::scene3d {

/// The panel beside the 3-D view: which cuts, arrows, streamlines and limit are drawn, and from
/// where one looks.
class AirControls : public QWidget {
    Q_OBJECT

public:
    explicit AirControls(QWidget* parent = nullptr);

    [[nodiscard]] const AirOptions& options() const { return m_options; }

    /// The halls give the sliders their reach, and lengths where there is one hall.
    void setHalls(const Project& project, const twin::TwinResult* result);
    /// Streamlines from here from now on.
    void setSeed(const std::array<double, 3>& seed);

signals:
    void optionsChanged();
    void cornerRequested();
    void aboveRequested();

private:
    struct Cut {
        QCheckBox* on = nullptr;
        QSlider* slider = nullptr;
        QLabel* text = nullptr;
    };

    [[nodiscard]] QLabel* heading(const QString& text);
    Cut addCut(QGridLayout& grid, const QString& name, const QString& tip);
    void buildFlow(QGridLayout& grid);
    void read();
    void showTexts();

    AirOptions m_options;
    QComboBox* m_quantity = nullptr;
    Cut m_level;
    Cut m_alongX;
    Cut m_alongY;
    QCheckBox* m_arrows = nullptr;
    QComboBox* m_lines = nullptr;
    QCheckBox* m_limit = nullptr;
    QDoubleSpinBox* m_limitC = nullptr;
    double m_widthM = 0.0;  ///< of the one solved hall; 0: several, shares are shown
    double m_depthM = 0.0;
};

}  // namespace halltwin::views::scene3d
