// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/year/year_feed.h"
#include "views/year/year_tile.h"

#include <QWidget>
#include <array>

namespace halltwin::views::year {

/// The figures of the year: PUE, WUE, CUE, ERF, the components of ASHRAE 90.4 beside the project's
/// limits, hours of free cooling, hours above set-point, money.
class TileRow : public QWidget {
    Q_OBJECT

public:
    explicit TileRow(bridge::Theme& theme, QWidget* parent = nullptr);

    void setAnswer(const YearAnswer& answer);

private:
    enum Tile { Pue, Wue, Cue, Erf, Mlc, Elc, Free, Warm, Cost, Count };

    void setComponent(Tile tile, const std::optional<double>& value,
                      const std::optional<double>& limit);
    void setWarm(const twin::YearResult& year);
    void setFree(const twin::YearSum& sum);

    std::array<YearTile*, Count> m_tiles{};
};

}  // namespace halltwin::views::year
