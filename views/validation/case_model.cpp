// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/validation/case_model.h"

#include "model/validation/cases.h"

#include <QCoreApplication>
#include <algorithm>

namespace halltwin::views::validation {

using halltwin::validation::Case;
using halltwin::validation::CaseResult;
using halltwin::validation::cases;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Validation", text);
}

}  // namespace

QString stateText(const KnownResult* known) {
    if (known == nullptr) return tr("not calculated yet");
    const CaseResult& result = known->result;
    if (result.isMet()) return tr("all met · %1").arg(result.rows.size());
    return tr("%1 of %2 not met").arg(result.unmetCount()).arg(result.rows.size());
}

CaseModel::CaseModel(const bridge::Theme& theme, QObject* parent)
    : QAbstractListModel(parent),
      m_theme(theme) {
    connect(&theme, &bridge::Theme::changed, this,
            [this] { emit dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole}); });
}

int CaseModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(cases().size());
}

QVariant CaseModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Case& one = cases()[static_cast<std::size_t>(index.row())];
    const KnownResult* result = known(one);
    const QString title = QString::fromUtf8(one.title.data(), static_cast<int>(one.title.size()));
    switch (role) {
        case Qt::DisplayRole: return title + QLatin1Char('\n') + stateText(result);
        case Qt::DecorationRole: {
            const bridge::ThemeColors& colors = m_theme.colors();
            if (result == nullptr) return m_theme.icon(QStringLiteral("info"), colors.textMuted);
            return result->result.isMet() ? m_theme.icon(QStringLiteral("check"), colors.success)
                                          : m_theme.icon(QStringLiteral("warning"), colors.warning);
        }
        case Qt::ToolTipRole:
            return QString::fromUtf8(one.checks.data(), static_cast<int>(one.checks.size()));
        default: return {};
    }
}

void CaseModel::setResult(const CaseResult& result, bool isNew) {
    const auto found = std::find_if(cases().begin(), cases().end(),
                                    [&](const Case& one) { return one.id == result.id; });
    if (found == cases().end()) return;
    m_known.insert_or_assign(result.id, KnownResult{result, isNew});
    const QModelIndex changed = index(static_cast<int>(found - cases().begin()));
    emit dataChanged(changed, changed);
}

const KnownResult* CaseModel::known(const Case& one) const {
    const auto found = m_known.find(one.id);
    return found == m_known.end() ? nullptr : &found->second;
}

int CaseModel::metCount() const {
    return static_cast<int>(std::count_if(
        m_known.begin(), m_known.end(), [](const auto& one) { return one.second.result.isMet(); }));
}

}  // namespace halltwin::views::validation
