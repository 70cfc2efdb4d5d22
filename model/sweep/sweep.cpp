// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/sweep.h"

#include "model/core/file_io.h"
#include "model/core/hash.h"
#include "model/core/version.h"
#include "model/exchange/project_json.h"
#include "model/sweep/append_file.h"
#include "model/sweep/parameter.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <system_error>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <utility>

namespace halltwin::sweep {

namespace {

Result<std::shared_ptr<const Project>> projectAt(const SweepPlan& plan, const Point& point) {
    Project project = *plan.base.project;
    for (std::size_t n = 0; n < plan.axes.size(); ++n) {
        auto next = withParameter(project, *plan.base.catalog, plan.axes[n].path, point[n]);
        if (!next) return tl::unexpected(next.error());
        project = *std::move(next);
    }
    return std::make_shared<const Project>(std::move(project));
}

/// Every value alone on the project: a slip of the pen is found before hours of work.
Result<void> checkValues(const SweepPlan& plan) {
    for (const Axis& axis : plan.axes)
        for (const std::string& value : axis.values) {
            const auto tried =
                withParameter(*plan.base.project, *plan.base.catalog, axis.path, value);
            if (tried) continue;
            Error error = tried.error();
            if (error.context != axis.path)
                error.context =
                    axis.path + " = " + value + (error.context.empty() ? "" : ", " + error.context);
            return tl::unexpected(std::move(error));
        }
    return {};
}

/// Points on several threads, each by itself; takes the outcomes one at a time.
class SweepRun {
public:
    using Take = std::function<Result<void>(const SweepRow&, const SweepProgress&)>;

    SweepRun(const SweepPlan& plan, const Evaluator& evaluator, Take take, std::stop_token stop)
        : m_plan(plan),
          m_evaluator(evaluator),
          m_take(std::move(take)),
          m_stop(std::move(stop)) {}

    Result<SweepProgress> run(const std::vector<Point>& points, std::size_t skipped) {
        m_progress.points = points.size() + skipped;
        m_progress.skipped = skipped;
        tbb::task_arena arena(m_plan.jobs > 0 ? m_plan.jobs : tbb::task_arena::automatic);
        arena.execute([&] {
            tbb::parallel_for(
                tbb::blocked_range<std::size_t>(0, points.size(), 1),
                [&](const tbb::blocked_range<std::size_t>& range) {
                    for (std::size_t n = range.begin(); n != range.end(); ++n)
                        solve(points[n]);
                },
                tbb::simple_partitioner());
        });
        if (m_failure) return tl::unexpected(*m_failure);
        if (m_stop.stop_requested()) return fail(ErrorCode::Cancelled, "the sweep was stopped");
        return m_progress;
    }

private:
    void solve(const Point& point) {
        if (m_stop.stop_requested() || m_failed) return;
        SweepRow row{point, {}, {}};
        Result<std::vector<double>> figures;
        // A thread that waits inside one point must not begin another.
        tbb::this_task_arena::isolate([&] { figures = evaluate(point); });
        if (!figures && figures.error().code == ErrorCode::Cancelled) return;
        row.figures.resize(m_evaluator.figures.size());
        if (figures) {
            for (std::size_t n = 0; n < row.figures.size(); ++n)
                if (std::isfinite((*figures)[n])) row.figures[n] = (*figures)[n];
        } else {
            row.error = describe(figures.error());
        }
        deliver(row);
    }

    Result<std::vector<double>> evaluate(const Point& point) const {
        const auto project = projectAt(m_plan, point);
        if (!project) return tl::unexpected(project.error());
        twin::TwinInput input = m_plan.base;
        input.project = *project;
        return m_evaluator.evaluate(input, m_stop);
    }

    void deliver(const SweepRow& row) {
        const std::lock_guard lock(m_mutex);
        if (m_failed) return;
        ++m_progress.done;
        if (!row.error.empty()) ++m_progress.failed;
        if (auto taken = m_take(row, m_progress); !taken) {
            m_failure = taken.error();
            m_failed = true;
        }
    }

    const SweepPlan& m_plan;
    const Evaluator& m_evaluator;
    Take m_take;
    std::stop_token m_stop;
    std::mutex m_mutex;
    SweepProgress m_progress;
    std::optional<Error> m_failure;
    std::atomic<bool> m_failed = false;
};

Result<std::vector<Point>> checkedGrid(const SweepPlan& plan) {
    auto points = gridOf(plan.axes);
    if (!points) return points;
    if (auto checked = checkValues(plan); !checked) return tl::unexpected(checked.error());
    return points;
}

std::vector<std::string> pathsOf(const SweepPlan& plan) {
    std::vector<std::string> paths;
    for (const Axis& axis : plan.axes)
        paths.push_back(axis.path);
    return paths;
}

tl::unexpected<Error> anotherSweep(const std::filesystem::path& file, std::string what) {
    return fail(ErrorCode::InvalidArgument, "the file holds another sweep: " + std::move(what),
                file.string(), "name another file, or repeat the sweep as it was");
}

/// What the file has already; an empty table for a file that is not there or holds nothing.
Result<SweepTable> finishedIn(const std::filesystem::path& file, const SweepPlan& plan,
                              const Evaluator& evaluator, const std::string& identity) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return SweepTable{};
    auto table = readSweep(file);
    if (!table) {
        const std::string header = headerText(pathsOf(plan), evaluator.figures);
        const auto text = readFile(file);
        if (text && header.starts_with(*text)) return SweepTable{};  // killed in the first line
        return table;
    }
    if (table->paths != pathsOf(plan)) return anotherSweep(file, "it varies other parameters");
    if (table->figures != evaluator.figures) return anotherSweep(file, "it has other figures");
    if (!table->identity.empty() && table->identity != identity)
        return anotherSweep(file, "of another project, weather, scenario, setting or version");
    return table;
}

/// Length of the file up to the end of its last whole line.
std::uintmax_t wholeLines(const std::filesystem::path& file) {
    const auto text = readFile(file);
    if (!text) return 0;
    const std::size_t end = text->rfind('\n');
    return end == std::string::npos ? 0 : end + 1;
}

}  // namespace

std::string identityOf(const SweepPlan& plan, const Evaluator& evaluator) {
    std::string text(version());
    for (const Axis& axis : plan.axes)
        text += "|" + axis.path;
    text += "|" + exchange::toJson(*plan.base.project) + "|" + evaluator.identity;
    text += "|" + std::to_string(plan.base.scenario ? plan.base.scenario->value : 0);
    text += "|" + std::to_string(plan.base.settings.gridM) + "|" +
            std::to_string(static_cast<int>(plan.base.settings.stage));
    return fingerprintText(text);
}

Result<SweepProgress> runSweep(const SweepPlan& plan, const Evaluator& evaluator,
                               const OnPoint& onPoint, const std::stop_token& stop) {
    const auto points = checkedGrid(plan);
    if (!points) return tl::unexpected(points.error());
    SweepRun run(
        plan, evaluator,
        [&](const SweepRow& row, const SweepProgress& progress) -> Result<void> {
            if (onPoint) onPoint(row, progress);
            return {};
        },
        stop);
    return run.run(*points, 0);
}

Result<SweepProgress> runSweep(const SweepPlan& plan, const Evaluator& evaluator,
                               const std::filesystem::path& file, const OnPoint& onPoint,
                               const std::stop_token& stop) {
    auto points = checkedGrid(plan);
    if (!points) return tl::unexpected(points.error());
    const std::string identity = identityOf(plan, evaluator);
    const auto finished = finishedIn(file, plan, evaluator, identity);
    if (!finished) return tl::unexpected(finished.error());
    std::set<Point> done;
    for (const SweepRow& row : finished->rows)
        done.insert(row.point);
    const std::size_t all = points->size();
    std::erase_if(*points, [&](const Point& point) { return done.contains(point); });
    const bool isNew = finished->paths.empty();
    auto output = AppendFile::open(file, isNew ? 0 : wholeLines(file));
    if (!output) return tl::unexpected(output.error());
    if (isNew) {
        const auto written = output->append(headerText(pathsOf(plan), evaluator.figures));
        if (!written) return tl::unexpected(written.error());
    }
    SweepRun run(
        plan, evaluator,
        [&](const SweepRow& row, const SweepProgress& progress) {
            auto written = output->append(rowText(identity, row));
            if (written && onPoint) onPoint(row, progress);
            return written;
        },
        stop);
    return run.run(*points, all - points->size());
}

}  // namespace halltwin::sweep
