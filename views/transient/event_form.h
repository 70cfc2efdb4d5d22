// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/transient.h"
#include "views/bridge/view_context.h"

#include <QWidget>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QListWidget;

namespace halltwin::views::transient {

/// What is to happen to a hall: which hall, what, to which coolers, when, for how long, and how
/// long to look. Several happenings can be put together before a start.
class EventForm : public QWidget {
    Q_OBJECT

public:
    explicit EventForm(const bridge::ViewContext& context, QWidget* parent = nullptr);

    /// Halls and coolers of the project as it is; keeps what was chosen where it still exists.
    void refresh();

    [[nodiscard]] HallId hall() const;
    /// All that were added, and what the fields say when nothing was.
    [[nodiscard]] std::vector<thermal::TransientEvent> events() const;
    [[nodiscard]] thermal::TransientSettings settings() const;

private:
    enum class Happening { Fail, LoseWater, LoseChillers, LoadStep, SetPoint };

    void build();
    void refreshCoolers();
    void refreshFields();
    void refreshStore();
    [[nodiscard]] QLayout* model();
    void addCurrent();
    void clearAdded();
    [[nodiscard]] Happening happening() const;
    [[nodiscard]] std::vector<ItemId> chosenCoolers() const;
    [[nodiscard]] std::vector<thermal::TransientEvent> currentEvents() const;
    [[nodiscard]] QString currentText() const;

    bridge::ViewContext m_context;
    QFormLayout* m_layout;
    QComboBox* m_hall;
    QComboBox* m_happening;
    QListWidget* m_coolers;
    QDoubleSpinBox* m_value;
    QDoubleSpinBox* m_at;
    QCheckBox* m_returns;
    QDoubleSpinBox* m_after;
    QDoubleSpinBox* m_duration;
    QComboBox* m_class;
    QDoubleSpinBox* m_cells;
    QDoubleSpinBox* m_store;
    QLabel* m_added;
    std::vector<thermal::TransientEvent> m_addedEvents;
};

}  // namespace halltwin::views::transient
