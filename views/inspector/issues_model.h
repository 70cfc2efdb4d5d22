// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/issue.h"
#include "views/bridge/theme.h"

#include <QAbstractTableModel>
#include <vector>

namespace halltwin::views::inspector {

/// What rule checks and engines found, one row each, errors first.
class IssuesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TextColumn, FixColumn, ColumnCount };

    explicit IssuesModel(const bridge::Theme& theme, QObject* parent = nullptr);

    /// Equal issues leave the model as it is, so that a selection in the list survives a new
    /// result.
    void setIssues(std::vector<Issue> issues);

    [[nodiscard]] const std::vector<Issue>& issues() const { return m_issues; }
    [[nodiscard]] int count(Severity severity) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    const bridge::Theme& m_theme;
    std::vector<Issue> m_issues;
};

}  // namespace halltwin::views::inspector
