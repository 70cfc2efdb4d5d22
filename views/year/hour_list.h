// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/year/year_feed.h"

#include <QAbstractTableModel>
#include <QString>
#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::views::year {

/// Why an hour of the year is worth a look.
enum class Finding { OutOfRange, Warm, NotTaken, Icing };
inline constexpr std::array findings{Finding::OutOfRange, Finding::Warm, Finding::NotTaken,
                                     Finding::Icing};

/// "Outside a fitted range".
[[nodiscard]] QString findingName(Finding finding);
/// What it means for the figures, in a sentence.
[[nodiscard]] QString findingMeaning(Finding finding);
[[nodiscard]] bool isFound(const twin::YearHour& hour, Finding finding);

/// The hours of a year with one finding, in their order: when, outdoor air, power, and what it is.
class HourListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { WhenColumn, DryBulbColumn, WetBulbColumn, PowerColumn, WhatColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null shows nothing.
    void setAnswer(YearPtr answer, Finding finding);
    [[nodiscard]] std::size_t hourOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(const twin::YearHour& hour, std::size_t place, int column) const;
    [[nodiscard]] QString whatOf(const twin::YearHour& hour) const;

    YearPtr m_answer;
    Finding m_finding = Finding::OutOfRange;
    std::vector<std::size_t> m_hours;
};

}  // namespace halltwin::views::year
