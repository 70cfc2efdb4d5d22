// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "model/project/names.h"

#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace halltwin::cli {
namespace {

struct Options {
    std::string kind;
    bool json = false;
};

Json figureJson(const Figure& figure) {
    const Json value =
        figure.values.size() == 1 ? Json(figure.values.front()) : Json(figure.values);
    return {{"value", value}, {"source", figure.source}};
}

Json entryJson(const CatalogEntry& entry) {
    Json figures = Json::object();
    for (const auto& [name, figure] : entry.figures)
        figures[name] = figureJson(figure);
    return {{"key", entry.key},
            {"name", entry.name},
            {"kind", nameOf(entry.kind)},
            {"description", entry.description},
            {"figures", std::move(figures)}};
}

Status list(const Options& options) {
    const auto catalog = readCatalog();
    Json entries = Json::array();
    for (const auto& [key, entry] : catalog->entries()) {
        if (!options.kind.empty() && nameOf(entry.kind) != options.kind) continue;
        if (options.json) {
            entries.push_back(entryJson(entry));
        } else {
            std::cout << fmt::format("{:<14} {:<32} {}\n", nameOf(entry.kind), key, entry.name);
        }
    }
    if (options.json) print({{"entries", std::move(entries)}});
    return Status::Done;
}

}  // namespace

void addCatalog(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("catalog", "List what can be placed");
    std::vector<std::string> kinds;
    for (const auto& name : EnumNames<ItemKind>::names)
        kinds.emplace_back(name);
    command->add_option("--kind", options->kind, "only this kind")->check(CLI::IsMember(kinds));
    command->add_flag("--json", options->json, "one JSON document, with every figure's source");
    command->callback([options, &status] { status = list(*options); });
}

}  // namespace halltwin::cli
