// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/case.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <fmt/format.h>
#include <utility>

namespace halltwin::validation {

namespace {

bool isMet(const Row& row) {
    const double bound = row.tolerance.value;
    const double published = row.published.value_or(0.0);
    if (!std::isfinite(row.calculated)) return false;
    switch (row.tolerance.kind) {
        case Tolerance::Kind::Within: return std::abs(row.calculated - published) <= bound;
        case Tolerance::Kind::Share:
            return std::abs(row.calculated - published) <= bound * std::abs(published);
        case Tolerance::Kind::AtMost: return row.calculated <= bound;
        case Tolerance::Kind::AtLeast: return row.calculated >= bound;
    }
    return false;
}

Row judged(std::string quantity, std::string unit, std::optional<double> published,
           double calculated, Tolerance tolerance) {
    Row row{std::move(quantity), std::move(unit), published, calculated, tolerance, {}, false};
    row.met = isMet(row);
    return row;
}

double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

Row within(std::string quantity, std::string unit, double published, double calculated,
           double tolerance) {
    return judged(std::move(quantity), std::move(unit), published, calculated,
                  {Tolerance::Kind::Within, tolerance});
}

Row withinShare(std::string quantity, std::string unit, double published, double calculated,
                double share) {
    return judged(std::move(quantity), std::move(unit), published, calculated,
                  {Tolerance::Kind::Share, share});
}

Row atMost(std::string quantity, std::string unit, double calculated, double bound,
           std::optional<double> published) {
    return judged(std::move(quantity), std::move(unit), published, calculated,
                  {Tolerance::Kind::AtMost, bound});
}

Row atLeast(std::string quantity, std::string unit, double calculated, double bound,
            std::optional<double> published) {
    return judged(std::move(quantity), std::move(unit), published, calculated,
                  {Tolerance::Kind::AtLeast, bound});
}

bool CaseResult::isMet() const {
    return unmetCount() == 0;
}

std::size_t CaseResult::unmetCount() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const Row& row) { return !row.met; }));
}

Profile& CaseResult::profile(const Profile& wanted) {
    const auto found = std::find_if(profiles.begin(), profiles.end(), [&](const Profile& profile) {
        return profile.id == wanted.id;
    });
    return found != profiles.end() ? *found : profiles.emplace_back(wanted);
}

bool hasQuickEffort(const Case& one) {
    const std::vector<Part> quick = one.parts(Effort::Quick);
    const std::vector<Part> full = one.parts(Effort::Full);
    return !std::equal(quick.begin(), quick.end(), full.begin(), full.end(),
                       [](const Part& a, const Part& b) { return a.grid == b.grid; });
}

Result<void> runPart(const Part& part, const RunSettings& settings, CaseResult& result) {
    if (settings.stop.stop_requested())
        return fail(ErrorCode::Cancelled, "the validation was stopped", part.name);
    const std::size_t before = result.rows.size();
    if (auto done = part.run(settings, result); !done) return done;
    for (std::size_t n = before; n < result.rows.size(); ++n)
        result.rows[n].grid = part.grid;
    return {};
}

Result<CaseResult> run(const Case& wanted, const RunSettings& settings) {
    const auto start = std::chrono::steady_clock::now();
    const double processorStart = processorSeconds();
    CaseResult result;
    result.id = wanted.id;
    result.effort = settings.effort;
    const std::vector<Part> parts = wanted.parts(settings.effort);
    for (std::size_t n = 0; n < parts.size(); ++n) {
        RunSettings here = settings;
        here.progress = [&, n](double share, const std::string& what) {
            if (!settings.progress) return;
            settings.progress((static_cast<double>(n) + share) / static_cast<double>(parts.size()),
                              parts[n].name + (what.empty() ? "" : ": " + what));
        };
        here.progress(0.0, {});
        if (auto done = runPart(parts[n], here, result); !done) return tl::unexpected(done.error());
    }
    result.processorS = processorSeconds() - processorStart;
    result.wallS = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

}  // namespace halltwin::validation
