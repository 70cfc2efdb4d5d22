// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"
#include "views/bridge/what_if.h"

#include <QWidget>
#include <optional>

class QLabel;
class QModelIndex;
class QPushButton;
class QSlider;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace halltwin::views::charts {

class EventChart;
class EventListModel;
struct NamedElement;

/// What is on trial over time: curves, a list of what happens, and a cursor that sets the moment
/// which diagram, banner and plan show. Follows trial, selection and theme by itself; does nothing
/// while hidden.
class EventPanel : public QWidget {
    Q_OBJECT

public:
    /// The trial must outlive the panel.
    EventPanel(const bridge::ViewContext& context, bridge::WhatIf& trial,
               QWidget* parent = nullptr);

    [[nodiscard]] EventChart& chart() { return *m_chart; }

signals:
    void eventWanted();  ///< the user wants to choose an event

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTrialPage();
    [[nodiscard]] QWidget* makeEmptyPage();
    [[nodiscard]] QWidget* makeControls();
    void refresh();
    void refreshCurves();
    void refreshCursor();
    void placeSlider();
    void pickTime(double timeS);
    void step(int direction);
    void pickRow(const QModelIndex& index);
    [[nodiscard]] double shownS() const;
    [[nodiscard]] QString nameOf(ItemId item) const;
    [[nodiscard]] ItemKind kindOf(ItemId item) const;
    [[nodiscard]] std::optional<NamedElement> selectedElement() const;

    bridge::ViewContext m_context;
    bridge::WhatIf& m_trial;
    QStackedWidget* m_pages;
    EventChart* m_chart;
    EventListModel* m_model;
    QTableView* m_list;
    QLabel* m_title;
    QLabel* m_description;
    QSlider* m_slider;
    QLabel* m_time;
    QWidget* m_sliderRow = nullptr;
    bridge::SequencePtr m_drawn;  ///< that curves and list are of
};

}  // namespace halltwin::views::charts
