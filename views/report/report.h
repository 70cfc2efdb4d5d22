// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/twin/twin.h"
#include "model/twin/year.h"

#include <QDateTime>
#include <QSize>
#include <QString>

class QPagedPaintDevice;

namespace halltwin::views::report {

/// What a report is made from. Refers to its parts, which must outlive the call.
struct ReportInput {
    const Project& project;
    const Catalog& catalog;
    const twin::TwinResult& result;  ///< of this project, catalogue and scenario
    QString scenario;                ///< name; empty: the project as it is
    QString projectHash;             ///< fingerprint of the project's text form
    QDateTime date;                  ///< printed in every title block
    const twin::YearResult* year =
        nullptr;  ///< of this project and scenario; null without a climate
};

enum class Paper { A4, A3, Letter };

/// What the device has loaded, where the report knows it; else A4.
[[nodiscard]] Paper paperOf(const QPagedPaintDevice& device);

struct ReportOptions {
    Paper paper = Paper::A4;
    QString language = QStringLiteral("en");  ///< the only one there is a report in
};

/// Writes the report as PDF with embedded fonts: plans to scale with the heat map, key figures with
/// charts, equipment schedule, networks, derivations, issues; landscape sheets with a title block.
/// Returns the number of pages. The file is replaced whole or left as it was. Fails with
/// Unsupported (language) and IoFailure. Needs a QGuiApplication.
[[nodiscard]] Result<int> writePdf(const ReportInput& input, const ReportOptions& options,
                                   const QString& path);

/// The same pages on any paged device, a QPrinter for one: sets its page layout and returns the
/// number of pages. Fails with Unsupported (language) and IoFailure where the device cannot be
/// painted on.
[[nodiscard]] Result<int> paintPages(const ReportInput& input, const ReportOptions& options,
                                     QPagedPaintDevice& device);

/// The first plan sheet without its title block as a picture of this many pixels; its resolution is
/// set so that it prints to the stated scale. Fails with InvalidArgument (sides of 64 to 16,384
/// pixels) and IoFailure.
[[nodiscard]] Result<void> writePlanPng(const ReportInput& input, const QString& path, QSize size);

}  // namespace halltwin::views::report
