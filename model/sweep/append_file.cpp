// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/append_file.h"

#include <sys/file.h>
#include <sys/types.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace halltwin::sweep {

namespace {

tl::unexpected<Error> cannotWrite(const std::filesystem::path& file) {
    return fail(ErrorCode::IoFailure, "the file cannot be written", file.string(),
                "check that its folder exists, may be written to and has free space");
}

}  // namespace

Result<AppendFile> AppendFile::open(const std::filesystem::path& file, std::uintmax_t keep) {
    AppendFile result(std::fopen(file.c_str(), "ab"), file);
    if (result.m_stream == nullptr) return cannotWrite(file);
    if (flock(fileno(result.m_stream.get()), LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::InvalidArgument, "another sweep is writing this file", file.string(),
                    "wait until it has finished, or name another file");
    if (ftruncate(fileno(result.m_stream.get()), static_cast<off_t>(keep)) != 0)
        return cannotWrite(file);
    return result;
}

Result<void> AppendFile::append(std::string_view line) {
    const bool isWritten =
        std::fwrite(line.data(), 1, line.size(), m_stream.get()) == line.size() &&
        std::fflush(m_stream.get()) == 0;
    if (!isWritten) return cannotWrite(m_file);
    return {};
}

}  // namespace halltwin::sweep
