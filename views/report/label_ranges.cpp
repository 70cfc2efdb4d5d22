// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/label_ranges.h"

#include <QStringList>
#include <map>
#include <set>

namespace halltwin::views::report {
namespace {

constexpr qsizetype mostDigits = 15;  ///< of a number that is counted with

/// What stands before the number at the end, and how wide that number is padded with zeros (0: not
/// at all).
struct Series {
    QString prefix;
    int padding = 0;

    bool operator<(const Series& other) const {
        return std::tie(prefix, padding) < std::tie(other.prefix, other.padding);
    }
};

QString written(const Series& series, qint64 number) {
    return series.prefix + QStringLiteral("%1").arg(number, series.padding, 10, QLatin1Char('0'));
}

void addRuns(QStringList& parts, const Series& series, const std::set<qint64>& numbers) {
    for (auto at = numbers.begin(); at != numbers.end();) {
        const qint64 first = *at;
        qint64 last = first;
        for (++at; at != numbers.end() && *at == last + 1; ++at)
            last = *at;
        parts << written(series, first);
        if (last == first + 1) parts << written(series, last);
        if (last > first + 1) parts.back() += QStringLiteral("–") + written(series, last);
    }
}

}  // namespace

QString labelRanges(const std::vector<QString>& labels) {
    std::map<Series, std::set<qint64>> series;
    std::set<QString> plain;
    for (const QString& label : labels) {
        if (label.isEmpty()) continue;
        qsizetype digits = 0;
        while (digits < label.size() && label[label.size() - 1 - digits].isDigit())
            ++digits;
        if (digits == 0 || digits > mostDigits) {
            plain.insert(label);
            continue;
        }
        const QString number = label.right(digits);
        const bool isPadded = digits > 1 && number.startsWith(QLatin1Char('0'));
        // A padded run goes on past its padding: R09, R10.
        Series key{label.left(label.size() - digits), isPadded ? static_cast<int>(digits) : 0};
        const Series padded{key.prefix, static_cast<int>(digits)};
        if (!isPadded && series.contains(padded)) key = padded;
        series[key].insert(number.toLongLong());
    }
    QStringList parts;
    for (const auto& [key, numbers] : series)
        addRuns(parts, key, numbers);
    for (const QString& label : plain)
        parts << label;
    return parts.join(QStringLiteral(", "));
}

}  // namespace halltwin::views::report
