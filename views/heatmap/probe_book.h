// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/thermal/air_sample.h"
#include "views/bridge/twin_runner.h"

#include <QObject>
#include <optional>
#include <vector>

namespace halltwin::views::heatmap {

/// What a probe read of one answer.
struct ProbeReading {
    int answer = 0;  ///< counts the states of the project that were solved in this session
    thermal::Stage stage = thermal::Stage::Preview;
    thermal::AirSample air;
};

/// A place where the air is watched, in hall coordinates.
struct Probe {
    int number = 1;
    HallId hall;
    Point at;
    Length height;
    std::optional<thermal::AirSample> now;  ///< none in a solid or without a result
    std::vector<ProbeReading> history;      ///< rising answers, one for each
};

/// The probes of a session with what they read of its answers. Not part of the project. GUI thread.
class ProbeBook : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    static constexpr std::size_t longestHistory = 500;

    [[nodiscard]] const std::vector<Probe>& probes() const { return m_probes; }
    [[nodiscard]] const Probe* find(int number) const;

    /// Puts a probe down, which reads the last answer at once; returns its number, which no other
    /// probe has.
    int add(HallId hall, const Point& at, Length height);
    /// A probe that is moved starts its history again: it was about another place.
    void move(int number, HallId hall, const Point& at);
    void remove(int number);
    void clear();

    /// Reads an answer. The same number again, of a finer stage, replaces what was noted; number 0,
    /// of a preview while something is dragged, is shown and not noted.
    void note(bridge::TwinResultPtr result, int answer, thermal::Stage stage);
    /// No answer is known any more.
    void forget();

signals:
    void changed();

private:
    void read(Probe& probe);

    std::vector<Probe> m_probes;
    int m_lastNumber = 0;
    bridge::TwinResultPtr m_result;
    int m_answer = 0;
    thermal::Stage m_stage = thermal::Stage::Preview;
};

}  // namespace halltwin::views::heatmap
