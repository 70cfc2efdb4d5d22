// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

class QWidget;

namespace halltwin::views::shell {

/// Tells what failed, where, and what to do, in a box over `window`; does not wait for the answer.
void showErrorBox(QWidget& window, const Error& error);

}  // namespace halltwin::views::shell
