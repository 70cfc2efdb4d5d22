// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/item_figures.h"

#include <vector>

namespace halltwin::views::inspector {

/// What an element of the power chain can do, as its catalogue entry states it.
[[nodiscard]] std::vector<ItemFigure> electricalFigures(const ElectricalSpec& spec);

/// The supply of a rack as its catalogue entry states it: conversion stages and cords.
[[nodiscard]] std::vector<ItemFigure> supplyFigures(const RackSpec& rack);

/// The stages at work while the rack draws `cords`; none for a rack without stages.
[[nodiscard]] std::vector<ItemFigure> stageFigures(const RackSpec& rack, Power cords);

/// Demand and feeds of a load, or output, loss and loading of an element.
[[nodiscard]] std::vector<ItemFigure> chainFigures(ItemId item, const power::ChainResult& chain);

/// Power, current, loss and loading of a link; none when the result does not have it.
[[nodiscard]] std::vector<ItemFigure> cableFigures(PowerLinkId link,
                                                   const power::ChainResult& chain);

}  // namespace halltwin::views::inspector
