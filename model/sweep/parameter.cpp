// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/parameter.h"

#include "model/edit/edits.h"
#include "model/edit/shift_set_points.h"
#include "model/sweep/field_setter.h"

#include <optional>
#include <utility>

namespace halltwin::sweep {

namespace {

constexpr std::size_t mostNamed = 12;  // in a message

/// "items[CH1].supply_temperature" in its parts.
struct Path {
    std::string whole;
    std::string entity;
    std::string selector;
    std::string field;
};

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t n = 0; n < names.size() && n < mostNamed; ++n)
        text += (text.empty() ? "" : ", ") + names[n];
    return names.size() > mostNamed ? text + " …" : text;
}

tl::unexpected<Error> unknown(const Path& path, std::string what, std::string remedy) {
    return fail(ErrorCode::NotFound, std::move(what), path.whole, std::move(remedy));
}

Result<Path> parse(std::string_view text) {
    Path path{std::string(text), {}, {}, {}};
    const std::size_t open = text.find('[');
    const std::size_t close = text.rfind("].");
    const std::size_t dot = text.find('.');
    if (open != std::string_view::npos && open < dot && close != std::string_view::npos) {
        path.entity = text.substr(0, open);
        path.selector = text.substr(open + 1, close - open - 1);
        path.field = text.substr(close + 2);
    } else if (dot != std::string_view::npos) {
        path.entity = text.substr(0, dot);
        path.field = text.substr(dot + 1);
    }
    if (!path.entity.empty() && !path.field.empty()) return path;
    return fail(ErrorCode::InvalidArgument, "this is no path of a parameter", path.whole,
                "write it as site.outdoor_dry_bulb or items[CH1].supply_temperature");
}

template <class Entity>
Result<Entity> withField(Entity entity, const Path& path, std::string_view value) {
    FieldSetter setter(path.field, value);
    visitFields(setter, entity);
    if (!setter.found())
        return unknown(path, "there is no field '" + path.field + "'",
                       "use one of: " + setter.names());
    if (setter.problem()) {
        Error error = *setter.problem();
        error.context = path.whole;
        return tl::unexpected(std::move(error));
    }
    return entity;
}

/// One entity of the project, replaced by an edit that checks it.
template <class Edit, class Entity>
Result<Project> replaced(const Project& project, const Entity& entity, const Path& path,
                         std::string_view value) {
    auto changed = withField(entity, path, value);
    if (!changed) return tl::unexpected(changed.error());
    return apply(project, Edit{*std::move(changed)});
}

bool isSelected(const Item& item, const Catalog& catalog, const std::string& selector) {
    if (selector.starts_with("kind=")) {
        const auto kind = fromName<ItemKind>(std::string_view(selector).substr(5));
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        return kind && entry != nullptr && entry->kind == *kind;
    }
    if (selector.starts_with("catalog=")) return item.catalogKey == selector.substr(8);
    return item.label == selector || std::to_string(item.id.value) == selector;
}

Result<Project> withItems(const Project& project, const Catalog& catalog, const Path& path,
                          std::string_view value) {
    edit::UpdateItems edit;
    for (const Item& item : project.items) {
        if (!isSelected(item, catalog, path.selector)) continue;
        auto changed = withField(item, path, value);
        if (!changed) return tl::unexpected(changed.error());
        edit.items.push_back(*std::move(changed));
    }
    if (!edit.items.empty()) return apply(project, edit);
    std::vector<std::string> labels;
    for (const Item& item : project.items)
        if (!item.label.empty()) labels.push_back(item.label);
    return unknown(path, "no item is '" + path.selector + "'",
                   "use a label (" + joined(labels) + "), a number, kind=cooler or catalog=KEY");
}

Result<Project> withHall(const Project& project, const Path& path, std::string_view value) {
    std::vector<std::string> names;
    for (const Hall& hall : project.halls) {
        if (hall.name == path.selector || std::to_string(hall.id.value) == path.selector)
            return replaced<edit::UpdateHall>(project, hall, path, value);
        names.push_back(hall.name);
    }
    return unknown(path, "there is no hall '" + path.selector + "'", "known are: " + joined(names));
}

Result<Project> withShare(const Project& project, const Path& path, std::string_view value) {
    const auto source = fromName<EnergySource>(path.field);
    if (!source) return replaced<edit::SetEnergyMix>(project, project.energy, path, value);
    const auto share = numberIn(value);
    if (!share || *share < 0.0 || *share > 1.0)
        return fail(ErrorCode::OutOfRange, "'" + std::string(value) + "' is no share from 0 to 1",
                    path.whole, "enter a share of the electricity, as 0.4");
    return apply(project, edit::SetEnergyMix{edit::withShare(project.energy, *source, *share)});
}

Result<Project> shifted(const Project& project, const Catalog& catalog, const Path& path,
                        std::string_view value) {
    const bool isAir = path.field == "air_k";
    if (!isAir && path.field != "water_k")
        return unknown(path, "there is no field '" + path.field + "'",
                       "use one of: air_k, water_k");
    const auto by = numberIn(value);
    if (!by)
        return fail(ErrorCode::InvalidArgument, "'" + std::string(value) + "' is no number",
                    path.whole, "enter kelvins, as 1.5");
    return edit::shiftSetPoints(project, catalog, kelvins(isAir ? *by : 0.0),
                                kelvins(isAir ? 0.0 : *by));
}

Result<Project> withSite(const Project& project, const Path& path, std::string_view value) {
    Site site = project.site;
    if (path.field == "climate") site.weatherFile.clear();
    return replaced<edit::SetSite>(project, site, path, value);
}

}  // namespace

Result<Project> withParameter(const Project& project, const Catalog& catalog, std::string_view text,
                              std::string_view value) {
    const auto path = parse(text);
    if (!path) return tl::unexpected(path.error());
    if (path->entity == "items") return withItems(project, catalog, *path, value);
    if (path->entity == "halls") return withHall(project, *path, value);
    if (path->selector.empty()) {
        if (path->entity == "site") return withSite(project, *path, value);
        if (path->entity == "plant")
            return replaced<edit::SetPlant>(project, project.plant, *path, value);
        if (path->entity == "economics")
            return replaced<edit::SetEconomics>(project, project.economics, *path, value);
        if (path->entity == "energy") return withShare(project, *path, value);
        if (path->entity == "shift") return shifted(project, catalog, *path, value);
    }
    return unknown(*path, "there is no parameter '" + path->entity + "'",
                   "paths begin with " + joined(knownParameters(project)));
}

std::vector<std::string> knownParameters(const Project& project) {
    std::vector<std::string> known{"site.",   "plant.",      "economics.",
                                   "energy.", "shift.air_k", "shift.water_k"};
    if (!project.halls.empty()) known.push_back("halls[" + project.halls.begin()->name + "].");
    for (const Item& item : project.items) {
        if (item.label.empty()) continue;
        known.push_back("items[" + item.label + "].");
        break;
    }
    known.emplace_back("items[kind=cooler].");
    return known;
}

}  // namespace halltwin::sweep
