// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace halltwin {

/// Kinds of expected failure. The window translates by code; the message is the English default.
enum class ErrorCode {
    InvalidArgument,
    NotFound,
    OutOfRange,
    OverLimit,
    NotAProject,
    NewerSchema,
    CorruptFile,
    DanglingReference,
    DuplicateId,
    IoFailure,
    ParseFailure,
    NotConverged,
    Cancelled,
    Unsupported,
};

/// What failed, in the user's words: `message` says what, `context` where, `remedy` what to do.
struct Error {
    ErrorCode code = ErrorCode::InvalidArgument;
    std::string message;
    std::string context;
    std::string remedy;

    bool operator==(const Error&) const = default;
};

/// One line for a terminal: what, where, what to do.
[[nodiscard]] std::string describe(const Error& error);

/// Stable name of the code ("newer-schema"), for scripts and translation tables.
[[nodiscard]] std::string_view codeName(ErrorCode code);

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message,
                                                std::string context = {}, std::string remedy = {}) {
    return tl::unexpected<Error>(
        Error{code, std::move(message), std::move(context), std::move(remedy)});
}

}  // namespace halltwin
