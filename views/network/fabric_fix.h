// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "model/network/fabric_plan.h"
#include "model/project/catalog.h"
#include "model/project/issue.h"

#include <QString>
#include <optional>

namespace halltwin::views::network {

/// An edit that takes an issue of a fabric away, and what its button says.
struct FabricFix {
    QString text;
    edit::AnyEdit edit;
};

/// None where only people can tell what to do.
[[nodiscard]] std::optional<FabricFix>
fabricFix(const Issue& issue, const halltwin::network::FabricPlan& plan, const Catalog& catalog);

}  // namespace halltwin::views::network
