// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/version.h"

namespace halltwin {

std::string_view version() {
    return HALLTWIN_VERSION;
}

}  // namespace halltwin
