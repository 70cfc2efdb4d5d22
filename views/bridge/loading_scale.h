// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QColor>
#include <QString>
#include <array>

namespace halltwin::views::bridge {

/// Loading in the classes that matter to an engineer: 80 % is the limit of continuous load, 100 %
/// the rating.
enum class LoadingClass { Light, Fair, High, Over };
inline constexpr std::array<LoadingClass, 4> loadingClasses{LoadingClass::Light, LoadingClass::Fair,
                                                            LoadingClass::High, LoadingClass::Over};

inline constexpr double lightLimit = 0.4;  ///< below, in 2N, one side can take all of the other

[[nodiscard]] LoadingClass loadingClass(double loading);

/// Hues that colour-blind readers tell apart (Okabe and Ito 2008), over is the theme's red.
[[nodiscard]] QColor loadingColor(LoadingClass loading, const Theme& theme);

/// "40 … 80 %"
[[nodiscard]] QString loadingName(LoadingClass loading);

}  // namespace halltwin::views::bridge
