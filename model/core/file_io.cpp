// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/file_io.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace halltwin {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view temporaryMark = ".saving-";

tl::unexpected<Error> writeFailure(const fs::path& file, int error) {
    const bool full = error == ENOSPC || error == EDQUOT;
    return fail(
        ErrorCode::IoFailure, fmt::format("cannot write: {}", std::strerror(error)), file.string(),
        full ? "free some disk space and save again" : "save to a folder that you may write to");
}

class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0) ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool close() {
        const int fd = m_fd;
        m_fd = -1;
        return ::close(fd) == 0;
    }

private:
    int m_fd;
};

bool writeAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// A process that was killed while saving leaves its temporary file; the next save takes it away.
void removeLeftovers(const fs::path& folder, const std::string& prefix) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix)) continue;
        int pid = 0;
        const char* end = name.data() + name.size();
        const auto parsed = std::from_chars(name.data() + prefix.size(), end, pid);
        if (parsed.ec != std::errc{} || parsed.ptr != end || pid <= 0) continue;
        if (::kill(pid, 0) == 0 || errno != ESRCH) continue;
        std::error_code ignored;
        fs::remove(entry.path(), ignored);
    }
}

mode_t modeFor(const fs::path& file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

/// Zero, or the errno of the step that failed.
int writeDurably(const fs::path& file, std::string_view bytes, mode_t mode) {
    Descriptor out(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (out.get() < 0) return errno;
    if (mode != 0 && ::fchmod(out.get(), mode) != 0) return errno;
    if (!writeAll(out.get(), bytes)) return errno;
    if (::fsync(out.get()) != 0) return errno;
    return out.close() ? 0 : errno;
}

/// The rename itself reaches the disk only with its folder. Some file systems refuse this; the data
/// is safe by then.
void syncFolder(const fs::path& folder) {
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() >= 0) (void)::fsync(fd.get());
}

}  // namespace

Result<std::string> readFile(const fs::path& file, std::uintmax_t maximumBytes) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) {
        return fail(ErrorCode::NotFound, "there is no such file", file.string(), "check the name");
    }
    if (fs::is_directory(status)) {
        return fail(ErrorCode::IoFailure, "is a folder, not a file", file.string(), "name a file");
    }
    std::ifstream in(file, std::ios::binary);
    std::string bytes;
    char buffer[1 << 16];
    while (in.read(buffer, sizeof buffer) || in.gcount() > 0) {
        bytes.append(buffer, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > maximumBytes) {
            return fail(ErrorCode::OverLimit,
                        fmt::format("is larger than the limit of {} bytes", maximumBytes),
                        file.string(), "make sure that it is the right file");
        }
    }
    if (in.bad() || !in.eof()) {
        return fail(ErrorCode::IoFailure, "cannot be read", file.string(),
                    "check that you may read it");
    }
    return bytes;
}

Result<void> writeFileAtomically(const fs::path& file, std::string_view bytes) {
    std::error_code error;
    const bool isLink = fs::is_symlink(fs::symlink_status(file, error));
    fs::path target = isLink ? fs::weakly_canonical(file, error) : fs::absolute(file, error);
    if (error) return writeFailure(file, error.value());
    if (fs::is_directory(target, error)) return writeFailure(file, EISDIR);

    const fs::path folder = target.parent_path();
    const std::string prefix = "." + target.filename().string() + std::string(temporaryMark);
    removeLeftovers(folder, prefix);
    const fs::path temporary = folder / (prefix + std::to_string(::getpid()));
    int failure = writeDurably(temporary, bytes, modeFor(target));
    if (failure == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) failure = errno;
    if (failure != 0) {
        ::unlink(temporary.c_str());
        return writeFailure(file, failure);
    }
    syncFolder(folder);
    return {};
}

}  // namespace halltwin
