// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/geometry.h"
#include "model/edit/edit_label.h"
#include "model/project/catalog.h"
#include "model/project/entities.h"
#include "model/project/issue.h"

#include <QString>

namespace halltwin::views::bridge {

/// Shown text for what the model names by code. Codes without an entry fall back to the model's
/// English.
[[nodiscard]] QString issueTitle(const Issue& issue);
[[nodiscard]] QString issueFix(const Issue& issue);
[[nodiscard]] QString severityName(Severity severity);

/// One or more sentences: what, where, what to do.
[[nodiscard]] QString errorText(const Error& error);
[[nodiscard]] QString errorTitle(ErrorCode code);

/// Undo text of an edit ("Move 3 items"); empty for an empty label.
[[nodiscard]] QString editLabelText(const edit::EditLabel& label);

[[nodiscard]] QString kindName(ItemKind kind);       ///< "Rack"
[[nodiscard]] QString kindGroupName(ItemKind kind);  ///< catalogue group: "Racks"
[[nodiscard]] QString hallKindName(HallKind kind);
[[nodiscard]] QString rotationName(Rotation rotation);  ///< "90°"
[[nodiscard]] QString feedName(Feed feed);
[[nodiscard]] QString energySourceName(EnergySource source);
[[nodiscard]] QString powerBasisName(PowerBasis basis);

/// Label, or the catalogue name and the number when it has none.
[[nodiscard]] QString itemTitle(const Item& item, const Catalog& catalog);

}  // namespace halltwin::views::bridge
