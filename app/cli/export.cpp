// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "model/core/file_io.h"
#include "model/exchange/csv.h"
#include "model/exchange/project_json.h"
#include "model/project/footprint.h"
#include "model/project/names.h"

#include <filesystem>
#include <memory>

namespace halltwin::cli {
namespace {

struct Options {
    std::string file;
    std::string format = "json";
    std::string output;
    bool shorthand = false;  ///< --json, as short for --format json
};

/// The equipment schedule: one placed item a row.
std::string scheduleCsv(const Project& project, const Catalog& catalog) {
    exchange::CsvTable table({"id", "label", "hall", "catalog", "kind", "x_m", "y_m", "width_m",
                              "depth_m", "rotation_deg", "price_usd"});
    for (const Item& item : project.items) {
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        const Rect box = footprintOf(item, catalog);
        table.number(static_cast<double>(item.id.value))
            .text(item.label)
            .text(project.halls.find(item.hall)->name)
            .text(item.catalogKey)
            .text(entry == nullptr ? "" : nameOf(entry->kind))
            .number(item.position.x.in(metres))
            .number(item.position.y.in(metres))
            .number(box.width().in(metres))
            .number(box.depth().in(metres))
            .text(nameOf(item.rotation));
        if (entry == nullptr) {
            table.empty();
        } else {
            table.number(entry->price.in(dollars));
        }
    }
    return table.str();
}

Status exportProject(const Options& options) {
    const auto project = readProject(options.file);
    if (!project) return refuse(project.error());
    const bool json = options.format == "json" || options.shorthand;
    const std::string text =
        json ? exchange::toJson(*project) : scheduleCsv(*project, *readCatalog());
    const auto done = writeFileAtomically(options.output, text);
    return done ? Status::Done : refuse(done.error());
}

}  // namespace

void addExport(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("export", "Write a project in another format");
    command->add_option("FILE", options->file, "project (.halltwin or text form)")->required();
    command->add_option("--format", options->format, "json: the text form; csv: the schedule")
        ->check(CLI::IsMember({"json", "csv"}));
    command->add_flag("--json", options->shorthand, "the same as --format json");
    command->add_option("-o,--output", options->output, "file to write")->required();
    command->callback([options, &status] { status = exportProject(*options); });
}

}  // namespace halltwin::cli
