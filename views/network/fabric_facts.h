// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network_plan.h"
#include "views/inspector/item_figures.h"

#include <QString>
#include <vector>

namespace halltwin::views::network {

/// What a fabric is in figures, with what the generator chose where a figure is left at 0.
[[nodiscard]] std::vector<inspector::ItemFigure>
fabricFacts(const halltwin::network::FabricPlan& plan,
            const halltwin::network::FabricFigures& figures, const Catalog& catalog);

/// "QM9700 · 64 × 400 Gb/s · $40,000".
[[nodiscard]] QString switchText(const EquipmentEntry& entry);

/// "leaf", "spine", "core".
[[nodiscard]] QString tierName(int tier);

}  // namespace halltwin::views::network
