// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace halltwin {

/// FNV-1a, 64 bit: a fingerprint that tells two texts apart in reports; not a defence against
/// forgery.
[[nodiscard]] std::uint64_t fingerprint(std::string_view text);

/// The fingerprint as 16 hexadecimal digits.
[[nodiscard]] std::string fingerprintText(std::string_view text);

}  // namespace halltwin
