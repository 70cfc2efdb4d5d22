// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/year/hour_list.h"
#include "views/year/year_feed.h"
#include "views/year/year_tile.h"

#include <QWidget>
#include <array>

namespace halltwin::views::year {

/// The figures of the year: PUE, WUE, CUE, ERF, the components of ASHRAE 90.4 beside the project's
/// limits, hours of free cooling, hours above set-point and outside
/// fitted ranges, which lead to their lists, money.
class TileRow : public QWidget {
    Q_OBJECT

public:
    explicit TileRow(bridge::Theme& theme, QWidget* parent = nullptr);

    void setAnswer(const YearAnswer& answer);

signals:
    void findingChosen(halltwin::views::year::Finding finding);

private:
    enum Tile { Pue, Wue, Cue, Erf, Mlc, Elc, Free, Warm, Range, Cost, Count };

    void setComponent(Tile tile, const std::optional<double>& value,
                      const std::optional<double>& limit);
    void setWarm(const twin::YearResult& year);
    void setRange(const twin::YearResult& year);
    void setFree(const twin::YearSum& sum);

    std::array<YearTile*, Count> m_tiles{};
    Finding m_shortfall = Finding::Warm;  ///< that the tile of set-points leads to
};

}  // namespace halltwin::views::year
