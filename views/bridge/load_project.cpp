// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/load_project.h"

#include "model/core/data_paths.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/file_kind.h"
#include "model/exchange/text_file.h"
#include "model/storage/project_file.h"

#include <string>
#include <utility>

namespace halltwin::views::bridge {

Result<LoadedProject> loadProject(const std::filesystem::path& path) {
    if (!exchange::looksLikeJson(path)) {
        return storage::openProject(path).map([](Project project) {
            return LoadedProject{std::move(project), ProjectFormat::Database};
        });
    }
    return exchange::readProjectText(path).map([](Project project) {
        return LoadedProject{std::move(project), ProjectFormat::Text};
    });
}

Result<LoadedCatalog> loadCatalog() {
    exchange::CatalogLoad load =
        exchange::loadCatalog(resourceDirectory() / "catalog", userCatalogDirectory());
    if (load.catalog.size() == 0) {
        return fail(ErrorCode::NotFound, "the catalogue of equipment is empty",
                    (resourceDirectory() / "catalog").string(),
                    "reinstall the program, or set HALLTWIN_DATA_DIR to its data folder");
    }
    LoadedCatalog loaded;
    for (const exchange::CatalogProblem& problem : load.problems) {
        loaded.problems.push_back(exchange::describe(problem));
    }
    loaded.catalog = std::make_shared<const Catalog>(std::move(load.catalog));
    return loaded;
}

}  // namespace halltwin::views::bridge
