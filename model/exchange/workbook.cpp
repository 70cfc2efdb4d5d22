// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/workbook.h"

#include "model/core/file_io.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <set>
#include <system_error>
#include <utility>
#include <xlsxwriter.h>

namespace halltwin::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostNameCharacters = 31;
constexpr std::size_t mostTextBytes = 32'767;
constexpr std::size_t measuredRows = 200;  ///< whose texts set the width of a column
constexpr double leastWidth = 8.0;
constexpr double mostWidth = 48.0;
constexpr double filterWidth = 3.0;  ///< of the button in a heading

/// A folder of our own among the temporary files, gone with the object: the library writes files,
/// not bytes, and one beside the target would stay there after a crash.
class ScratchFolder {
public:
    ScratchFolder() {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "halltwin-XXXXXX").string();
        if (!error && ::mkdtemp(name.data()) != nullptr) m_path = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        if (!m_path.empty()) fs::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;  ///< empty: it could not be made
};

tl::unexpected<Error> cannotWrite(const fs::path& file, const char* why) {
    return fail(ErrorCode::IoFailure, fmt::format("the workbook cannot be made: {}", why),
                file.string(), "make sure that the folder of temporary files has free space");
}

/// The part of a text that is at most so many bytes and ends with a whole character.
std::string_view cut(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
        --bytes;
    return text.substr(0, bytes);
}

std::size_t charactersOf(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view firstCharacters(std::string_view text, std::size_t count) {
    std::size_t end = text.size();
    while (charactersOf(text.substr(0, end)) > count)
        end = cut(text, end - 1).size();
    return text.substr(0, end);
}

/// Names of sheets: none of []:*?/\, no apostrophe at an end, at most 31 characters, and no two
/// alike in any case.
class SheetNames {
public:
    std::string next(std::string_view title) {
        std::string wanted;
        for (const char c : title)
            wanted += std::strchr("[]:*?/\\", c) != nullptr || c == '\'' ? ' ' : c;
        if (wanted.empty()) wanted = "Sheet";
        std::string name(firstCharacters(wanted, mostNameCharacters));
        for (int number = 2; !m_taken.insert(folded(name)).second; ++number) {
            const std::string ending = fmt::format(" {}", number);
            name = std::string(firstCharacters(wanted, mostNameCharacters - ending.size()));
            name += ending;
        }
        return name;
    }

private:
    static std::string folded(std::string text) {
        for (char& c : text)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return text;
    }

    std::set<std::string> m_taken;
};

std::string headingOf(const ScheduleColumn& column) {
    return column.unit.empty() ? column.heading
                               : fmt::format("{}, {}", column.heading, column.unit);
}

double widthOf(const Schedule& schedule, std::size_t column) {
    const ScheduleColumn& about = schedule.columns()[column];
    double width = static_cast<double>(charactersOf(headingOf(about))) + filterWidth;
    for (std::size_t row = 0; row < std::min(schedule.rowCount(), measuredRows); ++row) {
        if (const auto* text = std::get_if<std::string>(&schedule.at(row, column)))
            width = std::max(width, static_cast<double>(charactersOf(*text)) + 1.0);
    }
    return std::clamp(width, leastWidth, mostWidth);
}

/// Fills the library's workbook and remembers its first failure; closing writes the file.
class Writer {
public:
    Writer(const fs::path& file, const fs::path& scratch, const WorkbookOptions& options)
        : m_rows(std::clamp<std::size_t>(options.sheetRows, 2, mostSheetRows)) {
        std::string folder = scratch.string();
        lxw_workbook_options settings{};
        settings.constant_memory = LXW_TRUE;
        settings.tmpdir = folder.data();
        m_book = workbook_new_opt(file.c_str(), &settings);
        if (m_book == nullptr) {
            m_error = LXW_ERROR_MEMORY_MALLOC_FAILED;
            return;
        }
        lxw_doc_properties properties{};
        std::string title(cut(options.title, 255));
        std::string author(cut(options.author, 255));
        properties.title = title.data();
        properties.author = author.data();
        note(workbook_set_properties(m_book, &properties));
        m_heading = workbook_add_format(m_book);
        format_set_bold(m_heading);
        format_set_bottom(m_heading, LXW_BORDER_THIN);
        format_set_text_wrap(m_heading);
        format_set_align(m_heading, LXW_ALIGN_VERTICAL_TOP);
    }
    ~Writer() { (void)close(); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void add(const Schedule& schedule) {
        std::size_t row = 0;
        do {
            const std::size_t end = std::min(schedule.rowCount(), row + m_rows - 1);
            addSheet(schedule, row, end);
            row = end;
        } while (row < schedule.rowCount() && m_error == LXW_NO_ERROR);
    }

    [[nodiscard]] lxw_error close() {
        if (m_book != nullptr) note(workbook_close(std::exchange(m_book, nullptr)));
        return m_error;
    }

private:
    void note(lxw_error error) {
        if (m_error == LXW_NO_ERROR) m_error = error;
    }

    void addSheet(const Schedule& schedule, std::size_t first, std::size_t end) {
        if (m_error != LXW_NO_ERROR) return;
        const std::string name = m_names.next(schedule.title());
        lxw_worksheet* sheet = workbook_add_worksheet(m_book, name.c_str());
        if (sheet == nullptr) return note(LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
        std::vector<lxw_format*> formats;
        for (std::size_t c = 0; c < schedule.columns().size(); ++c) {
            const ScheduleColumn& column = schedule.columns()[c];
            formats.push_back(numberFormat(column.decimals));
            const auto at = static_cast<lxw_col_t>(c);
            note(worksheet_set_column(sheet, at, at, widthOf(schedule, c), nullptr));
            note(worksheet_write_string(sheet, 0, at, headingOf(column).c_str(), m_heading));
        }
        worksheet_freeze_panes(sheet, 1, 0);
        const auto rows = static_cast<lxw_row_t>(end - first);
        note(worksheet_autofilter(sheet, 0, 0, rows, static_cast<lxw_col_t>(formats.size() - 1)));
        for (std::size_t row = first; row < end; ++row)
            writeRow(*sheet, schedule, row, {static_cast<lxw_row_t>(row - first + 1), &formats});
    }

    struct Place {
        lxw_row_t row;
        const std::vector<lxw_format*>* formats;
    };

    void writeRow(lxw_worksheet& sheet, const Schedule& schedule, std::size_t row, Place place) {
        for (std::size_t c = 0; c < place.formats->size(); ++c) {
            const Cell& cell = schedule.at(row, c);
            const auto column = static_cast<lxw_col_t>(c);
            if (const auto* text = std::get_if<std::string>(&cell)) {
                const std::string whole(cut(*text, mostTextBytes));
                note(worksheet_write_string(&sheet, place.row, column, whole.c_str(), nullptr));
            } else if (const auto* number = std::get_if<double>(&cell);
                       number != nullptr && std::isfinite(*number)) {
                note(worksheet_write_number(&sheet, place.row, column, *number,
                                            (*place.formats)[c]));
            }
        }
    }

    lxw_format* numberFormat(int decimals) {
        lxw_format*& format = m_formats[decimals];
        if (format == nullptr) {
            format = workbook_add_format(m_book);
            const std::string digits =
                decimals > 0 ? "." + std::string(static_cast<std::size_t>(decimals), '0') : "";
            format_set_num_format(format, ("#,##0" + digits).c_str());
        }
        return format;
    }

    std::size_t m_rows;
    lxw_workbook* m_book = nullptr;
    lxw_format* m_heading = nullptr;
    std::map<int, lxw_format*> m_formats;  ///< by decimals
    SheetNames m_names;
    lxw_error m_error = LXW_NO_ERROR;
};

}  // namespace

Result<void> writeWorkbook(const fs::path& file, const std::vector<Schedule>& schedules,
                           const WorkbookOptions& options) {
    if (schedules.empty()) {
        return fail(ErrorCode::InvalidArgument, "a workbook needs at least one schedule",
                    file.string(), "name what it shall hold");
    }
    const ScratchFolder scratch;
    if (scratch.path().empty()) return cannotWrite(file, "there is no folder of temporary files");
    const fs::path made = scratch.path() / "workbook.xlsx";
    Writer writer(made, scratch.path(), options);
    for (const Schedule& schedule : schedules)
        writer.add(schedule);
    if (const lxw_error error = writer.close(); error != LXW_NO_ERROR)
        return cannotWrite(file, lxw_strerror(error));
    const auto bytes = readFile(made);
    if (!bytes) return tl::unexpected(bytes.error());
    return writeFileAtomically(file, *bytes);
}

}  // namespace halltwin::exchange
