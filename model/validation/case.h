// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::validation {

/// How far a calculated figure may be from the published one.
struct Tolerance {
    enum class Kind {
        Within,   ///< published ± value, in the unit of the figure
        Share,    ///< published ± value · |published|
        AtMost,   ///< at most `value`, in the unit of the figure
        AtLeast,  ///< at least `value`
    };
    Kind kind = Kind::Within;
    double value = 0.0;

    bool operator==(const Tolerance&) const = default;
};

/// One figure beside what was published or measured. `met` is false for what is not finite.
struct Row {
    std::string quantity;
    std::string unit;                 ///< empty: dimensionless
    std::optional<double> published;  ///< none for a bound that nobody published
    double calculated = 0.0;
    Tolerance tolerance;
    std::string grid;  ///< "128 × 128", "0.15 m"
    bool met = false;

    bool operator==(const Row&) const = default;
};

/// Makes a row and decides whether it is met; the runner fills in the grid.
[[nodiscard]] Row within(std::string quantity, std::string unit, double published,
                         double calculated, double tolerance);
[[nodiscard]] Row withinShare(std::string quantity, std::string unit, double published,
                              double calculated, double share);
/// `published` is for the reader only: a bound may be the figure of another model.
[[nodiscard]] Row atMost(std::string quantity, std::string unit, double calculated, double bound,
                         std::optional<double> published = std::nullopt);
[[nodiscard]] Row atLeast(std::string quantity, std::string unit, double calculated, double bound,
                          std::optional<double> published = std::nullopt);

struct Axis {
    std::string name;
    std::string unit;         ///< empty: dimensionless
    bool isDiscrete = false;  ///< racks by number: nothing lies between two of them

    bool operator==(const Axis&) const = default;
};

struct Point {
    double x = 0.0;
    double y = 0.0;

    bool operator==(const Point&) const = default;
};

enum class CurveKind { Published, Calculated };

/// Points of one source. Curves of the same `pair` belong together: what was published, and what
/// was calculated for it.
struct Curve {
    std::string name;
    CurveKind kind = CurveKind::Calculated;
    int pair = 0;
    std::vector<Point> points;

    bool operator==(const Curve&) const = default;
};

/// Curves over the same axes.
struct Profile {
    std::string id;  ///< of file names: "u-upright"
    std::string title;
    Axis x;
    Axis y;
    std::vector<Curve> curves;

    bool operator==(const Profile&) const = default;
};

/// Quick: the rooms on coarser grids, for a quicker look; their figures are not held to be the
/// program's best. Full: the grids of docs/physics/validation.md. Other cases know one effort.
enum class Effort { Quick, Full };

/// What one case came to.
struct CaseResult {
    std::string id;
    Effort effort = Effort::Full;
    std::size_t cells = 0;  ///< of the finest grid
    double wallS = 0.0;
    double processorS = 0.0;  ///< of the whole program, all threads, while the case ran
    std::vector<Row> rows;
    std::vector<Profile> profiles;

    [[nodiscard]] bool isMet() const;
    [[nodiscard]] std::size_t unmetCount() const;
    /// The profile of that id; added, with these titles and axes, when there is none yet.
    Profile& profile(const Profile& wanted);

    bool operator==(const CaseResult&) const = default;
};

/// Where a case stands: share of its work that is done, 0…1 and rough, and what it is at. Called
/// on the thread that runs the case.
using Progress = std::function<void(double share, const std::string& what)>;

struct RunSettings {
    Effort effort = Effort::Full;
    Progress progress;
    std::stop_token stop;
};

/// One calculation of a case: adds its rows and curves to the result.
struct Part {
    std::string name;
    std::string grid;
    std::function<Result<void>(const RunSettings&, CaseResult&)> run;
};

/// A published experiment or solution that the room-air engine is compared with.
struct Case {
    std::string_view id;
    std::string_view title;
    std::string_view checks;  ///< what it says about the program, one sentence
    std::string_view source;
    std::vector<Part> (*parts)(Effort effort);
};

/// Whether a quick run of the case differs from a full one.
[[nodiscard]] bool hasQuickEffort(const Case& one);

/// All parts of the case, one after the other. Fails with Cancelled and NotConverged, and as the
/// room-air engine does.
[[nodiscard]] Result<CaseResult> run(const Case& wanted, const RunSettings& settings = {});
/// One part alone, its rows and profiles added to `result`.
[[nodiscard]] Result<void> runPart(const Part& part, const RunSettings& settings,
                                   CaseResult& result);

}  // namespace halltwin::validation
