// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <iostream>

namespace halltwin::cli {

Status refuse(const Error& error) {
    std::cerr << "halltwin-cli: " << describe(error) << '\n';
    return error.code == ErrorCode::NotConverged ? Status::DoesNotHold : Status::Unusable;
}

Json optionalNumber(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

void print(const Json& document) {
    std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace halltwin::cli
