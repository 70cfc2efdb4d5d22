// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/issues_model.h"

#include "views/bridge/messages.h"

#include <algorithm>
#include <utility>

namespace halltwin::views::inspector {

namespace {

QString iconName(Severity severity) {
    switch (severity) {
        case Severity::Error: return QStringLiteral("error");
        case Severity::Warning: return QStringLiteral("warning");
        case Severity::Info: return QStringLiteral("info");
    }
    return {};
}

}  // namespace

IssuesModel::IssuesModel(const bridge::Theme& theme, QObject* parent)
    : QAbstractTableModel(parent),
      m_theme(theme) {}

void IssuesModel::setIssues(std::vector<Issue> issues) {
    std::stable_sort(issues.begin(), issues.end(),
                     [](const Issue& a, const Issue& b) { return a.severity > b.severity; });
    if (issues == m_issues) return;
    beginResetModel();
    m_issues = std::move(issues);
    endResetModel();
}

int IssuesModel::count(Severity severity) const {
    return static_cast<int>(
        std::count_if(m_issues.begin(), m_issues.end(),
                      [severity](const Issue& i) { return i.severity == severity; }));
}

int IssuesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_issues.size());
}

int IssuesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IssuesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Issue& issue = m_issues[static_cast<std::size_t>(index.row())];
    const bool isText = index.column() == TextColumn;
    switch (role) {
        case Qt::DisplayRole: return isText ? bridge::issueTitle(issue) : bridge::issueFix(issue);
        case Qt::DecorationRole:
            return isText ? QVariant(m_theme.icon(iconName(issue.severity),
                                                  m_theme.severityColor(issue.severity)))
                          : QVariant();
        case Qt::ToolTipRole:
            return bridge::issueTitle(issue) + QStringLiteral("\n\n") + bridge::issueFix(issue);
        case Qt::AccessibleTextRole:
            return bridge::severityName(issue.severity) + QStringLiteral(": ") +
                   bridge::issueTitle(issue);
        default: return {};
    }
}

QVariant IssuesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == TextColumn ? tr("Issue") : tr("What to do");
}

}  // namespace halltwin::views::inspector
