// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/validation_files.h"

#include "model/core/file_io.h"
#include "model/exchange/csv.h"
#include "model/validation/cases.h"
#include "model/validation/figure_text.h"
#include "model/validation/plot_svg.h"

#include <algorithm>
#include <fmt/format.h>
#include <system_error>

namespace halltwin::cli {

using namespace halltwin::validation;

namespace {

std::string stateOf(const CaseResult& result) {
    if (result.isMet()) return "met";
    return fmt::format("{} of {} not met", result.unmetCount(), result.rows.size());
}

std::string fileOf(const CaseResult& result, const Profile& profile, const char* ending) {
    return result.id + "-" + profile.id + ending;
}

std::string csvOf(const Profile& profile) {
    exchange::CsvTable table({"curve", "kind", axisText(profile.x), axisText(profile.y)});
    for (const Curve& curve : profile.curves)
        for (const Point& point : curve.points)
            table.text(curve.name)
                .text(curve.kind == CurveKind::Published ? "published" : "calculated")
                .number(point.x)
                .number(point.y);
    return table.str();
}

void addCase(std::string& page, const CaseResult& result) {
    const Case* known = findCase(result.id);
    if (known == nullptr) return;
    page += fmt::format("\n## {}\n\n`{}`: **{}**. {}\n\nSource: {}.\n\n", known->title, result.id,
                        stateOf(result), known->checks, known->source);
    page += fmt::format("{} cells, {:.0f} s of processor time, {} effort.\n\n", result.cells,
                        result.processorS, result.effort == Effort::Full ? "full" : "quick");
    page += "| figure | grid | published | HallTwin | tolerance | |\n|---|---|---|---|---|---|\n";
    for (const Row& row : result.rows)
        page += fmt::format("| {} | {} | {} | {} | {} | {} |\n", row.quantity, row.grid,
                            publishedText(row), calculatedText(row), toleranceText(row),
                            row.met ? "met" : "**not met**");
    for (const Profile& profile : result.profiles)
        page += fmt::format("\n![{}]({})\n", profile.title, fileOf(result, profile, ".svg"));
}

}  // namespace

std::string validationTable(const CaseResult& result) {
    const Case* known = findCase(result.id);
    std::string text = fmt::format("{} ({}): {}, {} cells, {:.0f} s of processor time\n",
                                   known == nullptr ? std::string_view(result.id) : known->title,
                                   result.id, stateOf(result), result.cells, result.processorS);
    std::size_t longest = 0;
    for (const Row& row : result.rows)
        longest = std::max(longest, row.quantity.size());
    for (const Row& row : result.rows)
        text += fmt::format("  {:<{}}  {:>14}  {:>14}  {:>12}  {}\n", row.quantity, longest,
                            publishedText(row), calculatedText(row), toleranceText(row),
                            row.met ? "met" : "NOT MET");
    return text;
}

std::string validationPage(const ResultSet& results) {
    std::string page =
        fmt::format("# Validation\n\nMade by `halltwin-cli validate-physics` of HallTwin {} on "
                    "{}.\n\n| case | | figures | cells | processor time |\n|---|---|---|---|---|\n",
                    results.version, results.date);
    for (const CaseResult& result : results.cases)
        if (const Case* known = findCase(result.id))
            page += fmt::format("| {} | {} | {} | {} | {:.0f} s |\n", known->title, stateOf(result),
                                result.rows.size(), result.cells, result.processorS);
    for (const CaseResult& result : results.cases)
        addCase(page, result);
    return page;
}

Result<void> writeValidation(const std::filesystem::path& folder, const ResultSet& results) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return fail(ErrorCode::IoFailure, "the folder cannot be made: " + failed.message(),
                    folder.string(), "name another with --out");
    const auto write = [&](const std::string& name, const std::string& text) {
        return writeFileAtomically(folder / name, text);
    };
    if (auto done = write("validation.md", validationPage(results)); !done) return done;
    if (auto done = write("results.json", resultsText(results)); !done) return done;
    for (const CaseResult& result : results.cases)
        for (const Profile& profile : result.profiles) {
            if (auto done = write(fileOf(result, profile, ".csv"), csvOf(profile)); !done)
                return done;
            if (auto done = write(fileOf(result, profile, ".svg"), plotSvg(profile)); !done)
                return done;
        }
    return {};
}

}  // namespace halltwin::cli
