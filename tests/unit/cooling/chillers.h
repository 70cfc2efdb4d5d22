// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

namespace halltwin::cooling::test {

// Coefficients: the chiller data sets that EnergyPlus distributes (Chiller:Electric:EIR), by maker
// and model. Carrier 19XR is listed without ranges there; those here only enclose its check points.

inline ChillerSpec yorkYk() {
    return {.condenser = CondenserMedium::Water,
            .referenceCapacity = kilowatts(4537.0),
            .referenceCop = 6.28,
            .capacityCurve = {0.9418253, 0.08142292, -0.009532713, 0.03185018, -0.002583116,
                              0.005294716},
            .eirCurve = {0.7709829, -0.02257680, 0.0002492708, 0.007635418, 0.0003376522,
                         -0.0003614203},
            .partLoadCurve = {0.2528426, 0.2920280, 0.4533447},
            .waterRangeC = {4.44, 7.78},
            .condenserRangeC = {12.78, 26.67},
            .partLoadRange = {0.40, 1.03},
            .defaultSupply = celsius(6.67)};
}

inline ChillerSpec carrier30Xa500() {
    return {.condenser = CondenserMedium::Air,
            .referenceCapacity = kilowatts(1609.4),
            .referenceCop = 2.9,
            .capacityCurve = {-0.3479426478, 0.0637388098, -0.0007955045, 0.0712741456,
                              -0.0010660025, -0.0009234587},
            .eirCurve = {0.089134815, 0.0280734482, 0.0016909915, 0.0230561531, 0.0001663802,
                         -0.0015023227},
            .partLoadCurve = {0.0, 1.0, 0.0},
            .waterRangeC = {4.44, 10.0},
            .condenserRangeC = {29.44, 46.11},
            .partLoadRange = {0.15, 1.0},
            .defaultSupply = celsius(6.67)};
}

inline ChillerSpec yorkYcal() {
    return {.condenser = CondenserMedium::Air,
            .referenceCapacity = kilowatts(100.6),
            .referenceCop = 3.1,
            .capacityCurve = {-0.2660645697, 0.0998714035, -0.0023814154, 0.0628316481,
                              -0.0009644649, -0.0011249224},
            .eirCurve = {0.1807017787, 0.0271530312, -0.0004553574, 0.0188175079, 0.0002623276,
                         -0.0012881189},
            .partLoadCurve = {0.0, 1.0, 0.0},
            .waterRangeC = {4.44, 10.0},
            .condenserRangeC = {23.89, 51.67},
            .partLoadRange = {0.15, 1.0},
            .defaultSupply = celsius(6.67)};
}

inline ChillerSpec carrier19Xr() {
    return {.condenser = CondenserMedium::Water,
            .referenceCapacity = kilowatts(742.0),
            .referenceCop = 5.42,
            .capacityCurve = {0.9797101, -0.002895701, -0.0008970718, 0.01031440, -0.0007431651,
                              0.001453508},
            .eirCurve = {0.9946139, -0.04829399, 0.0004674277, -0.001158726, 0.0005762583,
                         0.0002148192},
            .partLoadCurve = {0.1202277, 0.1396384, 0.7394038},
            .waterRangeC = {5.0, 10.0},
            .condenserRangeC = {12.0, 30.0},
            .partLoadRange = {0.1, 1.1},
            .defaultSupply = celsius(7.0)};
}

}  // namespace halltwin::cooling::test
