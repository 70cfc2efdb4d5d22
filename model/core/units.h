// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace halltwin {

/// Exponents of the base dimensions: length, mass, time, temperature, money (US dollar), carbon
/// (gram CO2e), electric current.
template <int L, int M, int T, int K, int D, int C, int I = 0>
struct Dimension {};

template <class A, class B>
struct DimensionProduct;
template <int L, int M, int T, int K, int D, int C, int I, int L2, int M2, int T2, int K2, int D2,
          int C2, int I2>
struct DimensionProduct<Dimension<L, M, T, K, D, C, I>, Dimension<L2, M2, T2, K2, D2, C2, I2>> {
    using type = Dimension<L + L2, M + M2, T + T2, K + K2, D + D2, C + C2, I + I2>;
};
template <class A>
struct DimensionInverse;
template <int L, int M, int T, int K, int D, int C, int I>
struct DimensionInverse<Dimension<L, M, T, K, D, C, I>> {
    using type = Dimension<-L, -M, -T, -K, -D, -C, -I>;
};

using Dimensionless = Dimension<0, 0, 0, 0, 0, 0>;

template <class Dim>
class Quantity;

/// A unit names how a plain number enters and leaves a quantity: `kilowatts(120.0)` and
/// `p.in(kilowatts)`.
template <class Dim>
struct Unit {
    double toSi = 1.0;  ///< SI value of one unit

    [[nodiscard]] constexpr Quantity<Dim> operator()(double value) const;
};

/// A number with a physical dimension, stored in SI (dollars and grams CO2e for money and carbon).
/// Products and quotients carry their dimension; a quotient of like quantities is a plain double.
template <class Dim>
class Quantity {
public:
    constexpr Quantity() = default;

    [[nodiscard]] static constexpr Quantity fromSi(double value) { return Quantity(value); }
    [[nodiscard]] constexpr double in(Unit<Dim> unit) const { return m_si / unit.toSi; }
    [[nodiscard]] constexpr double si() const { return m_si; }

    constexpr auto operator<=>(const Quantity&) const = default;
    constexpr Quantity operator-() const { return Quantity(-m_si); }
    constexpr Quantity& operator+=(Quantity other) { return *this = *this + other; }
    constexpr Quantity& operator-=(Quantity other) { return *this = *this - other; }
    constexpr Quantity& operator*=(double factor) { return *this = *this * factor; }

    friend constexpr Quantity operator+(Quantity a, Quantity b) {
        return Quantity(a.m_si + b.m_si);
    }
    friend constexpr Quantity operator-(Quantity a, Quantity b) {
        return Quantity(a.m_si - b.m_si);
    }
    friend constexpr Quantity operator*(Quantity a, double f) { return Quantity(a.m_si * f); }
    friend constexpr Quantity operator*(double f, Quantity a) { return Quantity(a.m_si * f); }
    friend constexpr Quantity operator/(Quantity a, double f) { return Quantity(a.m_si / f); }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.m_si / b.m_si; }

private:
    explicit constexpr Quantity(double si) : m_si(si) {}

    double m_si = 0.0;
};

template <class A, class B>
[[nodiscard]] constexpr auto operator*(Quantity<A> a, Quantity<B> b) {
    return Quantity<typename DimensionProduct<A, B>::type>::fromSi(a.si() * b.si());
}

template <class A, class B>
[[nodiscard]] constexpr auto operator/(Quantity<A> a, Quantity<B> b) {
    using Inverse = typename DimensionInverse<B>::type;
    return Quantity<typename DimensionProduct<A, Inverse>::type>::fromSi(a.si() / b.si());
}

template <class Dim>
constexpr Quantity<Dim> Unit<Dim>::operator()(double value) const {
    return Quantity<Dim>::fromSi(value * toSi);
}

//                                  L   M   T   K  D  C  I
using LengthDim = Dimension<1, 0, 0, 0, 0, 0>;
using AreaDim = Dimension<2, 0, 0, 0, 0, 0>;
using VolumeDim = Dimension<3, 0, 0, 0, 0, 0>;
using DurationDim = Dimension<0, 0, 1, 0, 0, 0>;
using MassDim = Dimension<0, 1, 0, 0, 0, 0>;
using VelocityDim = Dimension<1, 0, -1, 0, 0, 0>;
using VolumeFlowDim = Dimension<3, 0, -1, 0, 0, 0>;
using MassFlowDim = Dimension<0, 1, -1, 0, 0, 0>;
using PowerDim = Dimension<2, 1, -3, 0, 0, 0>;
using EnergyDim = Dimension<2, 1, -2, 0, 0, 0>;
using PressureDim = Dimension<-1, 1, -2, 0, 0, 0>;
using DensityDim = Dimension<-3, 1, 0, 0, 0, 0>;
using TemperatureDifferenceDim = Dimension<0, 0, 0, 1, 0, 0>;
using HeatCapacityRateDim = Dimension<2, 1, -3, -1, 0, 0>;
using SpecificHeatDim = Dimension<2, 0, -2, -1, 0, 0>;
using FlowPerPowerDim = Dimension<1, -1, 2, 0, 0, 0>;
using MoneyDim = Dimension<0, 0, 0, 0, 1, 0>;
using CarbonDim = Dimension<0, 0, 0, 0, 0, 1>;
using MoneyRateDim = Dimension<0, 0, -1, 0, 1, 0>;
using CarbonRateDim = Dimension<0, 0, -1, 0, 0, 1>;
using EnergyPriceDim = Dimension<-2, -1, 2, 0, 1, 0>;
using CarbonIntensityDim = Dimension<-2, -1, 2, 0, 0, 1>;
using AreaPriceDim = Dimension<-2, 0, 0, 0, 1, 0>;
using HeatFluxDim = Dimension<0, 1, -3, 0, 0, 0>;
using TransmittanceDim = Dimension<0, 1, -3, -1, 0, 0>;
using CurrentDim = Dimension<0, 0, 0, 0, 0, 0, 1>;
using VoltageDim = Dimension<2, 1, -3, 0, 0, 0, -1>;
using ResistanceDim = Dimension<2, 1, -3, 0, 0, 0, -2>;
using DataRateDim = Dimension<0, 0, -1, 0, 0, 0>;

using Length = Quantity<LengthDim>;
using Area = Quantity<AreaDim>;
using Volume = Quantity<VolumeDim>;
using Duration = Quantity<DurationDim>;
using Mass = Quantity<MassDim>;
using Velocity = Quantity<VelocityDim>;
using VolumeFlow = Quantity<VolumeFlowDim>;
using MassFlow = Quantity<MassFlowDim>;
using Power = Quantity<PowerDim>;
using Energy = Quantity<EnergyDim>;
using Pressure = Quantity<PressureDim>;
using Density = Quantity<DensityDim>;
using TemperatureDifference = Quantity<TemperatureDifferenceDim>;
using HeatCapacityRate = Quantity<HeatCapacityRateDim>;
using SpecificHeat = Quantity<SpecificHeatDim>;
using FlowPerPower = Quantity<FlowPerPowerDim>;
using Money = Quantity<MoneyDim>;
using Carbon = Quantity<CarbonDim>;
using MoneyRate = Quantity<MoneyRateDim>;
using CarbonRate = Quantity<CarbonRateDim>;
using EnergyPrice = Quantity<EnergyPriceDim>;
using CarbonIntensity = Quantity<CarbonIntensityDim>;
using AreaPrice = Quantity<AreaPriceDim>;
using HeatFlux = Quantity<HeatFluxDim>;
using Transmittance = Quantity<TransmittanceDim>;  ///< a wall's U-value
using Current = Quantity<CurrentDim>;
using Voltage = Quantity<VoltageDim>;
using Resistance = Quantity<ResistanceDim>;  ///< reactance too
using DataRate = Quantity<DataRateDim>;      ///< bits per second; a bit has no dimension

inline constexpr Unit<LengthDim> metres{1.0};
inline constexpr Unit<LengthDim> millimetres{1e-3};
inline constexpr Unit<AreaDim> squareMetres{1.0};
inline constexpr Unit<AreaDim> squareMillimetres{1e-6};
inline constexpr Unit<VolumeDim> cubicMetres{1.0};
inline constexpr Unit<VolumeDim> litres{1e-3};
inline constexpr Unit<DurationDim> seconds{1.0};
inline constexpr Unit<DurationDim> hours{3600.0};
inline constexpr Unit<DurationDim> years{8760.0 *
                                         3600.0};  ///< 8,760 h, as the energy ledgers count
inline constexpr Unit<MassDim> kilograms{1.0};
inline constexpr Unit<VelocityDim> metresPerSecond{1.0};
inline constexpr Unit<VolumeFlowDim> cubicMetresPerSecond{1.0};
inline constexpr Unit<VolumeFlowDim> litresPerSecond{1e-3};
inline constexpr Unit<MassFlowDim> kilogramsPerSecond{1.0};
inline constexpr Unit<PowerDim> watts{1.0};
inline constexpr Unit<PowerDim> kilowatts{1e3};
inline constexpr Unit<PowerDim> megawatts{1e6};
inline constexpr Unit<EnergyDim> joules{1.0};
inline constexpr Unit<EnergyDim> kilowattHours{3.6e6};
inline constexpr Unit<EnergyDim> megawattHours{3.6e9};
inline constexpr Unit<PressureDim> pascals{1.0};
inline constexpr Unit<PressureDim> kilopascals{1e3};
inline constexpr Unit<DensityDim> kilogramsPerCubicMetre{1.0};
inline constexpr Unit<TemperatureDifferenceDim> kelvins{1.0};
inline constexpr Unit<HeatCapacityRateDim> wattsPerKelvin{1.0};
inline constexpr Unit<SpecificHeatDim> joulesPerKilogramKelvin{1.0};
inline constexpr Unit<FlowPerPowerDim> cubicMetresPerSecondPerWatt{1.0};
inline constexpr Unit<MoneyDim> dollars{1.0};
inline constexpr Unit<CarbonDim> grams{1.0};
inline constexpr Unit<CarbonDim> tonnes{1e6};
inline constexpr Unit<MoneyRateDim> dollarsPerHour{1.0 / 3600.0};
inline constexpr Unit<MoneyRateDim> dollarsPerYear{1.0 / (8760.0 * 3600.0)};
inline constexpr Unit<CarbonRateDim> gramsPerHour{1.0 / 3600.0};
inline constexpr Unit<CarbonRateDim> tonnesPerYear{1e6 / (8760.0 * 3600.0)};
inline constexpr Unit<EnergyPriceDim> dollarsPerKilowattHour{1.0 / 3.6e6};
inline constexpr Unit<CarbonIntensityDim> gramsPerKilowattHour{1.0 / 3.6e6};
inline constexpr Unit<AreaPriceDim> dollarsPerSquareMetre{1.0};
inline constexpr Unit<HeatFluxDim> wattsPerSquareMetre{1.0};
inline constexpr Unit<TransmittanceDim> wattsPerSquareMetreKelvin{1.0};
inline constexpr Unit<CurrentDim> amperes{1.0};
inline constexpr Unit<VoltageDim> volts{1.0};
inline constexpr Unit<ResistanceDim> ohms{1.0};
inline constexpr Unit<DataRateDim> bitsPerSecond{1.0};
inline constexpr Unit<DataRateDim> gigabitsPerSecond{1e9};
inline constexpr Unit<DurationDim> microseconds{1e-6};

/// Scale on which a temperature point is read: SI value = reading + offset.
struct TemperatureScale {
    double offset = 0.0;

    [[nodiscard]] constexpr class Temperature operator()(double reading) const;
};

inline constexpr TemperatureScale kelvin{0.0};
inline constexpr TemperatureScale celsius{273.15};

/// A point on the temperature scale. Points subtract to a TemperatureDifference and do not add.
class Temperature {
public:
    constexpr Temperature() = default;

    [[nodiscard]] static constexpr Temperature fromSi(double kelvinValue) {
        return Temperature(kelvinValue);
    }
    [[nodiscard]] constexpr double in(TemperatureScale scale) const { return m_k - scale.offset; }
    [[nodiscard]] constexpr double si() const { return m_k; }

    constexpr auto operator<=>(const Temperature&) const = default;

    friend constexpr Temperature operator+(Temperature t, TemperatureDifference d) {
        return Temperature(t.m_k + d.si());
    }
    friend constexpr Temperature operator-(Temperature t, TemperatureDifference d) {
        return Temperature(t.m_k - d.si());
    }
    friend constexpr TemperatureDifference operator-(Temperature a, Temperature b) {
        return TemperatureDifference::fromSi(a.m_k - b.m_k);
    }

private:
    explicit constexpr Temperature(double kelvinValue) : m_k(kelvinValue) {}

    double m_k = 293.15;
};

constexpr Temperature TemperatureScale::operator()(double reading) const {
    return Temperature::fromSi(reading + offset);
}

}  // namespace halltwin
