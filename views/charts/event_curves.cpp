// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/event_curves.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstddef>

namespace halltwin::views::charts {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("EventCurves", text);
}

bool hasBattery(const power::Element& element) {
    return element.kind == ItemKind::Battery || element.battery.has_value();
}

class Reading {
public:
    Reading(const power::ChainInput& chain, const power::Sequence& sequence, EventCurves& curves)
        : m_chain(chain),
          m_sequence(sequence),
          m_curves(curves) {
        for (const power::SequenceSample& sample : sequence.samples)
            curves.timesS.push_back(sample.at.in(seconds));
    }

    void addTotals() {
        add(CurveKind::Sources, tr("Sources"),
            [](const power::SequenceSample& sample) { return sample.sourceInput.in(watts); });
        add(CurveKind::Supplied, tr("Loads"),
            [](const power::SequenceSample& sample) { return sample.supplied.in(watts); });
    }

    void addGenerators() {
        const auto generators = placesOf(
            [](const power::Element& element) { return element.kind == ItemKind::Generator; });
        const auto output = [&](const power::SequenceSample& sample) {
            Power sum;
            for (const std::size_t place : generators)
                sum += sample.elements[place].output;
            return sum.in(watts);
        };
        if (gives(output)) add(CurveKind::Generators, tr("Generators"), output);
    }

    /// The charge is that of the emptiest battery: it is the one that runs out first.
    void addBatteries() {
        const auto batteries = placesOf(hasBattery);
        const auto output = [&](const power::SequenceSample& sample) {
            Power sum;
            for (const std::size_t place : batteries)
                sum += sample.elements[place].fromBattery;
            return sum.in(watts);
        };
        if (!gives(output)) return;
        add(CurveKind::Batteries, tr("From batteries"), output);
        add(CurveKind::Charge,
            batteries.size() == 1 ? tr("Battery charge") : tr("Battery charge, lowest"),
            [&](const power::SequenceSample& sample) {
                double least = 1.0;
                for (const std::size_t place : batteries)
                    least = std::min(least, sample.elements[place].charge);
                return 100.0 * least;
            });
    }

    void addSelected(const NamedElement& selected) {
        const auto found =
            placesOf([&](const power::Element& element) { return element.id == selected.id; });
        if (found.empty()) return;
        const std::size_t place = found.front();
        const power::Element& element = m_chain.elements[place];
        add(CurveKind::Selected, selected.name, [place](const power::SequenceSample& sample) {
            return sample.elements[place].output.in(watts);
        });
        if (!hasBattery(element)) return;
        add(CurveKind::SelectedCharge, tr("%1, charge").arg(selected.name),
            [place](const power::SequenceSample& sample) {
                return 100.0 * sample.elements[place].charge;
            });
    }

private:
    template <class Wanted>
    [[nodiscard]] std::vector<std::size_t> placesOf(Wanted wanted) const {
        std::vector<std::size_t> places;
        for (std::size_t n = 0; n < m_chain.elements.size(); ++n) {
            if (wanted(m_chain.elements[n])) places.push_back(n);
        }
        return places;
    }

    template <class Value>
    [[nodiscard]] bool gives(Value value) const {
        return std::any_of(m_sequence.samples.begin(), m_sequence.samples.end(),
                           [&](const auto& sample) { return value(sample) > 0.0; });
    }

    template <class Value>
    void add(CurveKind kind, const QString& name, Value value) {
        EventCurve curve{kind, name, {}};
        curve.values.reserve(m_sequence.samples.size());
        for (const power::SequenceSample& sample : m_sequence.samples)
            curve.values.push_back(value(sample));
        m_curves.curves.push_back(std::move(curve));
    }

    const power::ChainInput& m_chain;
    const power::Sequence& m_sequence;
    EventCurves& m_curves;
};

}  // namespace

double EventCurves::valueAt(const EventCurve& curve, double timeS) const {
    const auto after = std::upper_bound(timesS.begin(), timesS.end(), timeS);
    const auto next = static_cast<std::size_t>(after - timesS.begin());
    if (next == 0) return curve.values.front();
    const double value = curve.values[next - 1];
    if (!curve.isShare() || next == timesS.size()) return value;
    const double part = (timeS - timesS[next - 1]) / (timesS[next] - timesS[next - 1]);
    return value + part * (curve.values[next] - value);
}

EventCurves eventCurves(const power::ChainInput& chain, const power::Sequence& sequence,
                        const std::optional<NamedElement>& selected) {
    EventCurves curves;
    const bool fits = !sequence.samples.empty() &&
                      sequence.samples.front().elements.size() == chain.elements.size();
    if (!fits) return curves;
    Reading reading(chain, sequence, curves);
    reading.addTotals();
    reading.addGenerators();
    reading.addBatteries();
    if (selected) reading.addSelected(*selected);
    return curves;
}

}  // namespace halltwin::views::charts
