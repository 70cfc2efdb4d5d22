// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/sequence.h"

#include <QString>
#include <optional>
#include <vector>

namespace halltwin::views::charts {

/// What is drawn over an event; elements of a kind are added up.
enum class CurveKind { Sources, Supplied, Generators, Batteries, Charge, Selected, SelectedCharge };

struct EventCurve {
    CurveKind kind = CurveKind::Supplied;
    QString name;
    std::vector<double> values;  ///< at the times of the curves; W, or % of a charge

    [[nodiscard]] bool isShare() const {
        return kind == CurveKind::Charge || kind == CurveKind::SelectedCharge;
    }
};

/// Curves of a sequence at the times of its samples. Powers hold from one time to the next, charges
/// run evenly between them.
struct EventCurves {
    std::vector<double> timesS;
    std::vector<EventCurve> curves;

    [[nodiscard]] bool isEmpty() const { return timesS.empty(); }
    /// Value of a curve at a time. Needs a time.
    [[nodiscard]] double valueAt(const EventCurve& curve, double timeS) const;
};

/// An element with the name that its curve is to have.
struct NamedElement {
    ItemId id;
    QString name;
};

/// All that `sequence`, with its samples, says of `chain`. Curves of what the chain has none of, or
/// what never gives anything, are left out.
[[nodiscard]] EventCurves eventCurves(const power::ChainInput& chain,
                                      const power::Sequence& sequence,
                                      const std::optional<NamedElement>& selected);

}  // namespace halltwin::views::charts
