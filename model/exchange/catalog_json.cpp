// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/catalog_json.h"

#include "model/core/file_io.h"
#include "model/exchange/catalog_entry.h"
#include "model/exchange/catalog_network.h"
#include "model/exchange/json_tree.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace halltwin::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t maximumFileBytes = 16 << 20;
constexpr int catalogTextVersion = 1;

/// Loads the files of one folder; entries of one folder may not share a key.
class FolderLoader {
public:
    explicit FolderLoader(CatalogLoad& load) : m_load(load) {}

    void loadText(std::string_view text, const fs::path& file) {
        const Result<JsonNode> root = parseJson(text, "");
        if (!root) {
            int line = 0;  // the context is ":line:column"
            const std::string& context = root.error().context;
            std::from_chars(context.data() + 1, context.data() + context.size(), line);
            return problem(file, line, "", root.error().message);
        }
        const auto kind = checkHead(*root, file);
        if (!kind) return;
        for (const JsonNode& entry : root->member("entries")->children)
            loadEntry(entry, *kind, file);
    }

private:
    void problem(const fs::path& file, int line, std::string field, std::string message) {
        m_load.problems.push_back({file, line, std::move(field), std::move(message)});
    }

    std::optional<CatalogFileKind> checkHead(const JsonNode& root, const fs::path& file) {
        const auto reject = [&](const char* name, std::string message) {
            const JsonNode* node = root.member(name);
            problem(file, node == nullptr ? root.line : node->line, name, std::move(message));
            return std::nullopt;
        };
        const JsonNode* format = root.member("format");
        if (format == nullptr || format->text() == nullptr ||
            *format->text() != "halltwin-catalog") {
            return reject("format", "expected \"halltwin-catalog\"");
        }
        double version = 0.0;
        const JsonNode* versionNode = root.member("version");
        if (versionNode == nullptr || !versionNode->number(version) ||
            version != catalogTextVersion) {
            return reject("version",
                          fmt::format("this program reads version {}", catalogTextVersion));
        }
        const JsonNode* entries = root.member("entries");
        if (entries == nullptr || !entries->isArray()) return reject("entries", "expected a list");
        for (const JsonNode& node : root.children) {
            const bool isKnown = node.key == "format" || node.key == "version" ||
                                 node.key == "kind" || node.key == "entries";
            if (!isKnown) problem(file, node.line, node.key, "is not a known field");
            if (node.repeated) problem(file, node.line, node.key, "is given twice");
        }
        const JsonNode* kindNode = root.member("kind");
        const auto kind = kindNode == nullptr || kindNode->text() == nullptr
                              ? std::nullopt
                              : catalogFileKindFromName(*kindNode->text());
        if (!kind) {
            return reject("kind", "expected one of rack, cooler, tile, barrier, containment, "
                                  "electrical, chiller, pump, grille, rear-door, immersion, cdu, "
                                  "generator, battery, transfer-switch, cooling-tower, "
                                  "dry-cooler, heat-exchanger, water-source, water-tank, "
                                  "heat-reuse, switch, nic, cable");
        }
        return kind;
    }

    void loadEntry(const JsonNode& node, CatalogFileKind kind, const fs::path& file) {
        const JsonNode* keyNode = node.member("key");
        const std::string key =
            keyNode != nullptr && keyNode->text() != nullptr ? *keyNode->text() : "entry";
        const EntryProblem report = [&](int line, std::string field, std::string message) {
            problem(file, line, field.empty() ? key : key + "/" + field, std::move(message));
        };
        if (isEquipment(kind)) {
            auto equipment = readEquipmentEntry(node, kind, report);
            if (equipment && isNew(equipment->key, node, file))
                m_load.catalog.addEquipment(std::move(*equipment));
        } else {
            auto entry = readCatalogEntry(node, kind, report);
            if (entry && isNew(entry->key, node, file)) m_load.catalog.add(std::move(*entry));
        }
    }

    bool isNew(const std::string& key, const JsonNode& node, const fs::path& file) {
        if (m_keys.insert(key).second) return true;
        problem(file, node.line, key + "/key",
                "is the key of an earlier entry too; the earlier one is kept");
        return false;
    }

    CatalogLoad& m_load;
    std::set<std::string> m_keys;
};

void loadFolder(const fs::path& folder, CatalogLoad& load) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".json") files.push_back(at->path());
    }
    if (error) {
        load.problems.push_back({folder, 0, "", "cannot be read: " + error.message()});
        return;
    }
    std::sort(files.begin(), files.end());
    FolderLoader loader(load);
    for (const fs::path& file : files) {
        const auto text = readFile(file, maximumFileBytes);
        if (text) {
            loader.loadText(*text, file);
        } else {
            load.problems.push_back({file, 0, "", text.error().message});
        }
    }
}

}  // namespace

std::string describe(const CatalogProblem& problem) {
    std::string text = problem.file.string();
    if (problem.line > 0) text += fmt::format(":{}", problem.line);
    if (!problem.field.empty()) text += ": " + problem.field;
    return text + ": " + problem.message;
}

CatalogLoad loadCatalog(const fs::path& builtIn, const std::optional<fs::path>& userFolder) {
    CatalogLoad load;
    loadFolder(builtIn, load);
    std::error_code error;
    if (userFolder && fs::exists(*userFolder, error)) loadFolder(*userFolder, load);
    return load;
}

void loadCatalogText(std::string_view text, const fs::path& file, CatalogLoad& load) {
    FolderLoader(load).loadText(text, file);
}

}  // namespace halltwin::exchange
