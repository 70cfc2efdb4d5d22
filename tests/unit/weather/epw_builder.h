// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace halltwin::test {

/// The text of a weather file, line by line, to break where a test wants it.
class EpwBuilder {
public:
    explicit EpwBuilder(bool leap = false) {
        m_lines = {"LOCATION,Testham,County,TST,made up,000000,51.5,-0.2,0.0,30.0",
                   "DESIGN CONDITIONS,0",
                   "TYPICAL/EXTREME PERIODS,0",
                   "GROUND TEMPERATURES,0",
                   "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0",
                   "COMMENTS 1,none",
                   "COMMENTS 2,none",
                   "DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31"};
        constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (int month = 1; month <= 12; ++month) {
            const int leapDay = leap && month == 2 ? 1 : 0;
            for (int day = 1; day <= days[static_cast<std::size_t>(month - 1)] + leapDay; ++day)
                for (int hour = 1; hour <= 24; ++hour)
                    m_lines.push_back(row(month, day, hour));
        }
    }

    /// Line number from 1, column from 1.
    EpwBuilder& set(std::size_t line, std::size_t column, const std::string& text) {
        std::string& all = m_lines[line - 1];
        std::size_t begin = 0;
        for (std::size_t n = 1; n < column; ++n)
            begin = all.find(',', begin) + 1;
        const std::size_t end = all.find(',', begin);
        all.replace(begin, end == std::string::npos ? std::string::npos : end - begin, text);
        return *this;
    }
    EpwBuilder& replace(std::size_t line, std::string text) {
        m_lines[line - 1] = std::move(text);
        return *this;
    }
    EpwBuilder& erase(std::size_t line) {
        m_lines.erase(m_lines.begin() + static_cast<std::ptrdiff_t>(line - 1));
        return *this;
    }
    EpwBuilder& keep(std::size_t lines) {
        m_lines.resize(lines);
        return *this;
    }
    EpwBuilder& append(std::string line) {
        m_lines.push_back(std::move(line));
        return *this;
    }

    [[nodiscard]] std::string text() const {
        std::string all;
        for (const std::string& line : m_lines)
            all += line + "\r\n";
        return all;
    }

private:
    /// Month + hour / 10 °C, dew point 2 K below, 101,000 Pa.
    static std::string row(int month, int day, int hour) {
        const double dryC = month + 0.1 * hour;
        return fmt::format("2001,{},{},{},60,?9?9,{:.1f},{:.1f},86,101000,0,0,300,120,200,50,0,0,0,"
                           "0,270,3.5,4,4,9999,77777,9,999999999,0,0,0,88,0,0,0",
                           month, day, hour, dryC, dryC - 2.0);
    }

    std::vector<std::string> m_lines;
};

}  // namespace halltwin::test
