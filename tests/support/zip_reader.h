// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <zlib.h>

namespace halltwin::tests {

/// The files of a ZIP archive by name. Throws std::runtime_error where it is none.
/// Source: PKWARE .ZIP File Format Specification 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16.
class ZipReader {
public:
    explicit ZipReader(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        m_bytes.assign(std::istreambuf_iterator<char>(in), {});
        const std::size_t end = m_bytes.rfind("PK\x05\x06");
        if (end == std::string::npos) throw std::runtime_error("no end of a central directory");
        const auto count = number<std::uint16_t>(end + 10);
        std::size_t at = number<std::uint32_t>(end + 16);
        for (int n = 0; n < count; ++n)
            at = readEntry(at);
    }

    [[nodiscard]] const std::map<std::string, std::string>& files() const { return m_files; }
    [[nodiscard]] const std::string& operator[](const std::string& name) const {
        return m_files.at(name);
    }

private:
    template <class Integer>
    [[nodiscard]] Integer number(std::size_t at) const {
        if (at + sizeof(Integer) > m_bytes.size()) throw std::runtime_error("cut short");
        Integer value{};
        std::memcpy(&value, m_bytes.data() + at, sizeof value);
        return value;
    }

    /// Returns where the next entry of the central directory begins.
    std::size_t readEntry(std::size_t at) {
        if (m_bytes.compare(at, 4, "PK\x01\x02") != 0) throw std::runtime_error("no entry");
        const auto method = number<std::uint16_t>(at + 10);
        const auto packed = number<std::uint32_t>(at + 20);
        const auto size = number<std::uint32_t>(at + 24);
        const auto nameLength = number<std::uint16_t>(at + 28);
        const auto local = number<std::uint32_t>(at + 42);
        const std::size_t data =
            local + 30U + number<std::uint16_t>(local + 26) + number<std::uint16_t>(local + 28);
        if (data + packed > m_bytes.size()) throw std::runtime_error("cut short");
        m_files[m_bytes.substr(at + 46, nameLength)] =
            method == 0 ? m_bytes.substr(data, size) : inflated(data, packed, size);
        return at + 46U + nameLength + number<std::uint16_t>(at + 30) +
               number<std::uint16_t>(at + 32);
    }

    [[nodiscard]] std::string inflated(std::size_t at, std::uint32_t packed,
                                       std::uint32_t size) const {
        std::string text(size, '\0');
        z_stream stream{};
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(m_bytes.data())) + at;
        stream.avail_in = packed;
        stream.next_out = reinterpret_cast<Bytef*>(text.data());
        stream.avail_out = size;
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::runtime_error("no zlib");
        const int done = inflate(&stream, Z_FINISH);
        inflateEnd(&stream);
        if (done != Z_STREAM_END) throw std::runtime_error("cannot be inflated");
        return text;
    }

    std::string m_bytes;
    std::map<std::string, std::string> m_files;
};

}  // namespace halltwin::tests
