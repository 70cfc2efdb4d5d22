// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/exceptions.h"

#include <algorithm>
#include <sstream>

namespace halltwin::tests::architecture {
namespace {

Violations parse(std::string_view list) {
    Violations exceptions;
    std::istringstream in{std::string(list)};
    for (std::string text; std::getline(in, text);) {
        std::istringstream line(text.substr(0, text.find('#')));
        Violation exception;
        if (line >> exception.rule >> exception.file >> exception.measured >> exception.what)
            exceptions.push_back(exception);
    }
    return exceptions;
}

bool covers(const Violation& exception, const Violation& found) {
    return exception.rule == found.rule && exception.file == found.file &&
           exception.what == found.what && found.measured > 0 &&
           found.measured <= exception.measured;
}

}  // namespace

Violations withoutExceptions(Violations found, std::string_view list) {
    for (Violation& exception : parse(list)) {
        const auto covered =
            std::find_if(found.begin(), found.end(),
                         [&](const Violation& violation) { return covers(exception, violation); });
        if (covered != found.end()) {
            found.erase(covered);
        } else {
            exception.what = "the exception for " + exception.rule + " " + exception.what +
                             " is not needed: take it out";
            exception.rule = "stale-exception";
            found.push_back(exception);
        }
    }
    return found;
}

}  // namespace halltwin::tests::architecture
