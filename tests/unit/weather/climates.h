// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/weather/climate.h"

namespace halltwin::test {

/// A mild place made up for tests.
inline weather::Climate aClimate() {
    weather::Climate climate;
    climate.key = "xx-testham";
    climate.name = "Testham";
    climate.latitudeDeg = 51.5;
    climate.altitude = metres(30.0);
    climate.meanC = {4, 5, 7, 9, 12, 15, 17, 17, 15, 11, 7, 5};
    climate.dailyMaximumC = {8, 9, 11, 14, 17, 20, 23, 22, 19, 15, 11, 8};
    climate.dailyMinimumC = {1, 1, 3, 5, 8, 11, 13, 13, 11, 8, 4, 2};
    climate.humidity = {0.83, 0.80, 0.75, 0.70, 0.69, 0.68, 0.68, 0.70, 0.75, 0.80, 0.84, 0.85};
    return climate;
}

}  // namespace halltwin::test
