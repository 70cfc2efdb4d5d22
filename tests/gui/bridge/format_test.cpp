// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/bridge/format.h"

#include <QLocale>
#include <cmath>
#include <limits>

using namespace halltwin;
using namespace halltwin::views::bridge;

namespace {

/// Group separators as in the United States, while it lives.
class AmericanNumbers {
public:
    AmericanNumbers() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    ~AmericanNumbers() { QLocale::setDefault(m_before); }

private:
    QLocale m_before;
};

/// With plain spaces and signs, as they are typed here.
std::string plain(QString text) {
    return text.replace(QChar(QChar::Nbsp), ' ').replace(QChar(0x2212), '-').toStdString();
}

}  // namespace

TEST_CASE("Power takes the prefix that leaves a number from 1 to 999") {
    CHECK(plain(formatPower(watts(125.0))) == "125 W");
    CHECK(plain(formatPower(kilowatts(90.4))) == "90.4 kW");
    CHECK(plain(formatPower(watts(999.6))) == "1.00 kW");
    CHECK(plain(formatPower(megawatts(1.307))) == "1.31 MW");
    CHECK(plain(formatPower(watts(0.0))) == "0 W");
    CHECK(plain(formatPower(kilowatts(-12.0))) == "-12.0 kW");
}

TEST_CASE("A duration takes the unit that people say it in") {
    CHECK(plain(formatDuration(seconds(0.02))) == "20 ms");
    CHECK(plain(formatDuration(seconds(8.0))) == "8.0 s");
    CHECK(plain(formatDuration(seconds(75.0))) == "75 s");
    CHECK(plain(formatDuration(seconds(150.0))) == "2.5 min");
    CHECK(plain(formatDuration(seconds(1800.0))) == "30 min");
    CHECK(plain(formatDuration(seconds(14400.0))) == "4.0 h");
}

TEST_CASE("Significant digits are rounded before the decimals are counted") {
    const AmericanNumbers locale;
    CHECK(plain(formatSignificant(9.996, 3)) == "10.0");
    CHECK(plain(formatSignificant(0.04756, 3)) == "0.0476");
    CHECK(plain(formatSignificant(123456.0, 3)) == "123,000");
}

TEST_CASE("Round numbers keep all their digits") {
    CHECK(plain(formatNumber(20.0, 1)) == "20.0");
    CHECK(plain(formatTemperature(celsius(20.0))) == "20.0 °C");
    CHECK(plain(formatShare(0.2)) == "20.0 %");
}

TEST_CASE("A rounded zero has no minus sign and a missing number is a dash") {
    CHECK(plain(formatNumber(-0.04, 1)) == "0.0");
    CHECK(plain(formatNumber(-10.0, 1)) == "-10.0");
    CHECK(plain(formatNumber(std::nan(""), 1)) == "–");
    CHECK(plain(formatPower(watts(std::numeric_limits<double>::infinity()))).substr(0, 3) == "–");
}

TEST_CASE("Money is exact to the dollar below a million and short above it") {
    const AmericanNumbers locale;
    CHECK(plain(formatMoney(dollars(8760000.0))) == "$8.76 M");
    CHECK(plain(formatMoney(dollars(1234.0))) == "$1,234");
    CHECK(plain(formatMoney(dollars(-9092600.0))) == "-$9.09 M");
    CHECK(plain(formatMoneyRate(dollarsPerHour(745.674))) == "$745.67/h");
}
