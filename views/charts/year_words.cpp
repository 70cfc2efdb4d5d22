// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/year_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace halltwin::views::charts {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Year", text);
}

}  // namespace

QString partName(twin::YearPart part) {
    using twin::YearPart;
    switch (part) {
        case YearPart::It: return tr("IT equipment");
        case YearPart::Fans: return tr("Fans");
        case YearPart::Pumps: return tr("Pumps");
        case YearPart::Compressors: return tr("Compressors");
        case YearPart::HeatRejection: return tr("Heat rejection");
        case YearPart::HeatReuse: return tr("Heat re-use");
        case YearPart::Lights: return tr("Lights");
        case YearPart::Distribution: return tr("Power losses");
    }
    return {};
}

QColor partColor(const bridge::Theme& theme, twin::YearPart part) {
    using twin::YearPart;
    switch (part) {
        case YearPart::It: return theme.kindColor(ItemKind::Rack);
        case YearPart::Fans: return theme.seriesColor(4);
        case YearPart::Pumps: return theme.seriesColor(0);
        case YearPart::Compressors: return theme.seriesColor(5);
        case YearPart::HeatRejection: return theme.seriesColor(2);
        case YearPart::HeatReuse: return theme.seriesColor(3);
        case YearPart::Lights: return theme.seriesColor(7);
        case YearPart::Distribution: return theme.seriesColor(6);
    }
    return {};
}

QString modeName(cooling::LoopMode mode) {
    using cooling::LoopMode;
    switch (mode) {
        case LoopMode::Idle: return tr("Nothing to cool");
        case LoopMode::Free: return tr("Free cooling");
        case LoopMode::Mixed: return tr("Mixed");
        case LoopMode::Mechanical: return tr("Compressors only");
    }
    return {};
}

QColor modeColor(const bridge::Theme& theme, cooling::LoopMode mode) {
    using cooling::LoopMode;
    switch (mode) {
        case LoopMode::Idle: return theme.colors().border;
        case LoopMode::Free: return theme.seriesColor(2);
        case LoopMode::Mixed: return theme.seriesColor(1);
        case LoopMode::Mechanical: return theme.seriesColor(5);
    }
    return {};
}

QString hourName(std::size_t hour, std::size_t hoursOfYear) {
    const int year = hoursOfYear == weather::hoursOfLeapYear ? 2024 : 2023;
    const QDate day = QDate(year, 1, 1).addDays(static_cast<qint64>(hour / 24));
    return QLocale().toString(day, QStringLiteral("d MMMM")) +
           QStringLiteral(", %1:00").arg(hour % 24, 2, 10, QLatin1Char('0'));
}

QString monthName(int month) {
    return QLocale().standaloneMonthName(month + 1, QLocale::ShortFormat);
}

}  // namespace halltwin::views::charts
