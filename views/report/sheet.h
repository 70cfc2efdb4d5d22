// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace halltwin::views::report {

/// Where things stand on a sheet, in painter units from the corner of the paper.
class Sheet {
public:
    explicit Sheet(QSizeF paper) : m_paper(paper) {}

    [[nodiscard]] QRectF heading() const;
    [[nodiscard]] QRectF body() const;     ///< below the heading
    [[nodiscard]] QRectF drawing() const;  ///< heading and body, for a plan that sets its own title
    [[nodiscard]] QRectF titleBlock() const;

private:
    [[nodiscard]] QRectF inside() const;

    QSizeF m_paper;
};

/// What every title block of a report says.
struct TitleBlock {
    QString project;
    QString client;
    QString author;
    QString scenario;
    QString date;
    QString program;
    QString hash;
};

/// Number of a sheet, from 1, and of all.
struct SheetNumber {
    int number = 1;
    int of = 1;
};

void paintHeading(QPainter& painter, const Sheet& sheet, const Page& page);
void paintTitleBlock(QPainter& painter, const Sheet& sheet, const TitleBlock& block,
                     const Page& page, SheetNumber number);

}  // namespace halltwin::views::report
