// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/error.h"

namespace halltwin {

std::string describe(const Error& error) {
    std::string text = error.message;
    if (!error.context.empty()) text += " (" + error.context + ")";
    if (!error.remedy.empty()) text += "; " + error.remedy;
    return text;
}

std::string_view codeName(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidArgument: return "invalid-argument";
        case ErrorCode::NotFound: return "not-found";
        case ErrorCode::OutOfRange: return "out-of-range";
        case ErrorCode::OverLimit: return "over-limit";
        case ErrorCode::NotAProject: return "not-a-project";
        case ErrorCode::NewerSchema: return "newer-schema";
        case ErrorCode::CorruptFile: return "corrupt-file";
        case ErrorCode::DanglingReference: return "dangling-reference";
        case ErrorCode::DuplicateId: return "duplicate-id";
        case ErrorCode::IoFailure: return "io-failure";
        case ErrorCode::ParseFailure: return "parse-failure";
        case ErrorCode::NotConverged: return "not-converged";
        case ErrorCode::Cancelled: return "cancelled";
        case ErrorCode::Unsupported: return "unsupported";
    }
    return "unknown";
}

}  // namespace halltwin
