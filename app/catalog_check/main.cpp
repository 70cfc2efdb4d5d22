// SPDX-License-Identifier: GPL-3.0-or-later
// Checks a catalogue folder by the rules that the program loads it by. The build runs it over the
// catalogue that is installed; users may run it over their own.
#include "model/exchange/catalog_json.h"

#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>

namespace {

enum ExitCode { Good = 0, Bad = 1, Unusable = 2 };

int check(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) {
        std::cerr << fmt::format("{}: is not a folder\n", folder.string());
        return Unusable;
    }
    const halltwin::exchange::CatalogLoad load = halltwin::exchange::loadCatalog(folder);
    for (const auto& problem : load.problems)
        std::cerr << "error: " << describe(problem) << '\n';
    if (load.problems.empty() && load.catalog.size() == 0) {
        std::cerr << fmt::format("error: {}: holds no catalogue entry\n", folder.string());
        return Bad;
    }
    return load.problems.empty() ? Good : Bad;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: halltwin-catalog-check FOLDER\n";
        return Unusable;
    }
    try {
        return check(argv[1]);
    } catch (const std::exception& error) {
        std::cerr << "halltwin-catalog-check: " << error.what() << '\n';
        return Unusable;
    }
}
