// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/hash.h"

#include <fmt/format.h>

namespace halltwin {

std::uint64_t fingerprint(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

std::string fingerprintText(std::string_view text) {
    return fmt::format("{:016x}", fingerprint(text));
}

}  // namespace halltwin
