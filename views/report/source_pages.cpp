// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/source_pages.h"

#include "views/report/table_pages.h"
#include "views/report/text.h"

namespace halltwin::views::report {
namespace {

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

Table sourceTable(const twin::TwinResult& result, double width) {
    Table table({{Words::tr("Figure and what goes in"), 2.6},
                 {Words::tr("Value"), 0.9, Qt::AlignRight},
                 {Words::tr("Unit"), 0.8},
                 {Words::tr("Formula or source"), 4.4}},
                width);
    for (const twin::Derivation& figure : result.derivations) {
        table.add({RowKind::Group,
                   {text(figure.name), formatFigure(figure.value), text(figure.unit),
                    text(figure.formula)},
                   {}});
        for (const twin::DerivationInput& input : figure.inputs) {
            table.add({RowKind::Plain,
                       {text(input.name), formatFigure(input.value), text(input.unit),
                        text(input.source)},
                       {}});
        }
    }
    return table;
}

}  // namespace

Pages sourcePages(const ReportInput& input, const QRectF& body) {
    return tablePages(
        sourceTable(input.result, body.width()),
        {Words::tr("Assumptions and sources"),
         Words::tr("Every key figure with its formula, what goes in and where that is from"),
         {},
         {}},
        body);
}

}  // namespace halltwin::views::report
