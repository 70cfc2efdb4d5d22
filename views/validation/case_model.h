// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/validation/case.h"
#include "views/bridge/theme.h"

#include <QAbstractListModel>
#include <map>
#include <string>

namespace halltwin::views::validation {

/// What is known of a case: shipped with the program, or calculated since the page was opened.
struct KnownResult {
    halltwin::validation::CaseResult result;
    bool isNew = false;
};

/// The cases, each with whether its figures are within their tolerances.
class CaseModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit CaseModel(const bridge::Theme& theme, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setResult(const halltwin::validation::CaseResult& result, bool isNew);
    /// Null while the case was never calculated.
    [[nodiscard]] const KnownResult* known(const halltwin::validation::Case& one) const;
    [[nodiscard]] int metCount() const;

private:
    const bridge::Theme& m_theme;
    std::map<std::string, KnownResult, std::less<>> m_known;
};

/// "all met · 7", "2 of 12 not met", "not calculated yet".
[[nodiscard]] QString stateText(const KnownResult* known);

}  // namespace halltwin::views::validation
