// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/schedule_files.h"
#include "model/exchange/workbook.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/zip_reader.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <regex>
#include <string>

using namespace halltwin;
using namespace halltwin::exchange;
using namespace halltwin::tests;

namespace {

/// Two columns of text and one of numbers.
Schedule aList(std::size_t rows, const std::string& title = "Racks") {
    Schedule list("racks", title,
                  {{"rack", "Rack"}, {"power_w", "Power", "W", 1}, {"note", "Note"}});
    for (std::size_t n = 1; n <= rows; ++n)
        list.add({"R" + std::to_string(n), 1000.5 * static_cast<double>(n), Cell()});
    return list;
}

/// Text or number of a cell, as the XML of its sheet writes it; none: the cell is not there.
std::optional<std::string> cellOf(const std::string& sheet, const std::string& place) {
    std::smatch found;
    const std::regex text("<c r=\"" + place + "\"[^>]*t=\"inlineStr\"><is><t[^>]*>([^<]*)<");
    if (std::regex_search(sheet, found, text)) return found[1].str();
    const std::regex number("<c r=\"" + place + "\"[^>]*><v>([^<]*)<");
    if (std::regex_search(sheet, found, number)) return found[1].str();
    return std::nullopt;
}

std::string sheetPath(int number) {
    return "xl/worksheets/sheet" + std::to_string(number) + ".xml";
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("A workbook reads back with units in its headings, its texts and its numbers") {
    const ScratchFolder folder;
    const auto file = folder / "list.xlsx";
    REQUIRE(writeWorkbook(file, {aList(3)}, {"A site", "An author"}));
    const ZipReader book(file);
    const std::string& sheet = book[sheetPath(1)];
    CHECK(cellOf(sheet, "A1") == "Rack");
    CHECK(cellOf(sheet, "B1") == "Power, W");
    CHECK(cellOf(sheet, "A4") == "R3");
    CHECK(std::stod(cellOf(sheet, "B4").value()) == 3001.5);
    CHECK_FALSE(cellOf(sheet, "C4"));
    CHECK_FALSE(cellOf(sheet, "A5"));
    CHECK(book["xl/workbook.xml"].find("name=\"Racks\"") != std::string::npos);
    CHECK(book["docProps/core.xml"].find("A site") != std::string::npos);
}

TEST_CASE("The heading row of a sheet stays in sight and filters all rows") {
    const ScratchFolder folder;
    const auto file = folder / "list.xlsx";
    REQUIRE(writeWorkbook(file, {aList(3)}, {"A site"}));
    const std::string sheet = ZipReader(file)[sheetPath(1)];
    CHECK(sheet.find("ySplit=\"1\"") != std::string::npos);
    CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
    CHECK(sheet.find("<autoFilter ref=\"A1:C4\"") != std::string::npos);
    CHECK(sheet.find("<cols>") != std::string::npos);
}

TEST_CASE("A list that is longer than a sheet goes on in the next one, headings and all") {
    const ScratchFolder folder;
    const auto file = folder / "list.xlsx";
    REQUIRE(writeWorkbook(file, {aList(5)}, {"A site", {}, 3}));
    const ZipReader book(file);
    const std::string& names = book["xl/workbook.xml"];
    CHECK(names.find("name=\"Racks\"") != std::string::npos);
    CHECK(names.find("name=\"Racks 2\"") != std::string::npos);
    CHECK(names.find("name=\"Racks 3\"") != std::string::npos);
    CHECK(cellOf(book[sheetPath(2)], "A1") == "Rack");
    CHECK(cellOf(book[sheetPath(2)], "A2") == "R3");
    CHECK(cellOf(book[sheetPath(3)], "A2") == "R5");
    CHECK_FALSE(cellOf(book[sheetPath(3)], "A3"));
}

TEST_CASE("Titles become names that sheets may have, no two alike") {
    const ScratchFolder folder;
    const auto file = folder / "list.xlsx";
    const std::string longTitle(40, 'x');
    REQUIRE(writeWorkbook(file,
                          {aList(1, "In / out: 'a'"), aList(1, "RACKS"), aList(1, "racks"),
                           aList(1, longTitle), aList(1, longTitle), aList(1, "")},
                          {"A site"}));
    const std::string names = ZipReader(file)["xl/workbook.xml"];
    CHECK(names.find("name=\"In   out   a \"") != std::string::npos);
    CHECK(names.find("name=\"racks 2\"") != std::string::npos);
    CHECK(names.find("name=\"" + std::string(31, 'x') + "\"") != std::string::npos);
    CHECK(names.find("name=\"" + std::string(29, 'x') + " 2\"") != std::string::npos);
    CHECK(names.find("name=\"Sheet\"") != std::string::npos);
}

TEST_CASE("Text stays text, and what is no number leaves its field empty") {
    Schedule list("odd", "Odd", {{"text", "Text"}, {"number", "Number"}});
    list.add({"=1+1", std::numeric_limits<double>::quiet_NaN()});
    list.add({"a < b & \"c\"", -0.25});
    list.add({std::string(40'000, 'y'), 1e300});
    const ScratchFolder folder;
    const auto file = folder / "list.xlsx";
    REQUIRE(writeWorkbook(file, {list}, {"A site"}));
    const std::string sheet = ZipReader(file)[sheetPath(1)];
    CHECK(cellOf(sheet, "A2") == "=1+1");
    CHECK(sheet.find("<f>") == std::string::npos);
    CHECK_FALSE(cellOf(sheet, "B2"));
    CHECK(cellOf(sheet, "A3") == "a &lt; b &amp; \"c\"");
    CHECK(std::stod(cellOf(sheet, "B3").value()) == -0.25);
    CHECK(sheet.find(std::string(32'767, 'y')) != std::string::npos);
    CHECK(sheet.find(std::string(32'768, 'y')) == std::string::npos);
}

TEST_CASE("A workbook that cannot be written says so and leaves what was there") {
    const ScratchFolder folder;
    const auto noFolder = writeWorkbook(folder / "missing/list.xlsx", {aList(1)}, {"A site"});
    REQUIRE_FALSE(noFolder);
    CHECK(noFolder.error().code == ErrorCode::IoFailure);
    CHECK_FALSE(noFolder.error().remedy.empty());
    const auto file = folder / "list.xlsx";
    std::ofstream(file) << "old";
    const auto nothing = writeWorkbook(file, {}, {"A site"});
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == ErrorCode::InvalidArgument);
    CHECK(contentOf(file) == "old");
}

TEST_CASE("The path decides between a workbook and a folder of CSV files") {
    const ScratchFolder folder;
    REQUIRE(writeSchedules(folder / "new/lists/", {aList(2)}, {"A site"}));
    CHECK(contentOf(folder / "new/lists/racks.csv") ==
          "rack,power_w,note\r\nR1,1000.5,\r\nR2,2001,\r\n");
    REQUIRE(writeSchedules(folder / "new", {aList(1)}, {"A site"}));
    CHECK(contentOf(folder / "new/racks.csv") == "rack,power_w,note\r\nR1,1000.5,\r\n");
    REQUIRE(writeSchedules(folder / "LIST.XLSX", {aList(1)}, {"A site"}));
    CHECK(contentOf(folder / "LIST.XLSX").starts_with("PK"));
    const auto other = writeSchedules(folder / "list.ods", {aList(1)}, {"A site"});
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::Unsupported);
    const auto onFile = writeSchedules(folder / "LIST.XLSX/", {aList(1)}, {"A site"});
    REQUIRE_FALSE(onFile);
    CHECK(onFile.error().code == ErrorCode::IoFailure);
}
