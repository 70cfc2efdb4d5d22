// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/year/hour_list.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace halltwin::views::year {

/// The hours of the year with a finding that is chosen, as a list.
class HourListPage : public QWidget {
    Q_OBJECT

public:
    explicit HourListPage(QWidget* parent = nullptr);

    void setAnswer(YearPtr answer);
    void showFinding(Finding finding);
    [[nodiscard]] const HourListModel& model() const { return m_model; }

signals:
    void hourChosen(std::size_t hour);  ///< by a double click or the return key

private:
    void refresh();
    [[nodiscard]] Finding finding() const;

    HourListModel m_model;
    YearPtr m_answer;
    QComboBox* m_which;
    QLabel* m_meaning;
    QTableView* m_table;
};

}  // namespace halltwin::views::year
