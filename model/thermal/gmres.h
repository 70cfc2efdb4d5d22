// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace halltwin::thermal {

/// Solves A x = b for a small dense-like system given by its action, without restart: at most
/// b.size() steps. True when the residual's norm fell below `tolerance`; x holds the best that was
/// found either way. Source: Y. Saad, M. Schultz, SIAM J. Sci. Stat. Comput. 7 (1986).
[[nodiscard]] bool
solveGmres(const std::function<void(const std::vector<double>& v, std::vector<double>& av)>& action,
           const std::vector<double>& b, double tolerance, std::vector<double>& x);

}  // namespace halltwin::thermal
