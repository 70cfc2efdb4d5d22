// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/document/random_edits.h"

#include <string>

namespace halltwin::tests {
namespace {

template <class Row>
const Row* rowAt(const Table<Row>& table, int number) {
    return table.empty() ? nullptr
                         : table.rows()[static_cast<std::size_t>(number) % table.size()].get();
}

}  // namespace

int RandomEdits::below(int bound) {
    return static_cast<int>(m_random() % static_cast<unsigned>(bound));
}

ItemId RandomEdits::item(const Project& project) {
    if (project.items.empty() || below(50) == 0) return ItemId{1'000'000};
    return rowAt(project.items, below(1 << 20))->id;
}

std::vector<ItemId> RandomEdits::items(const Project& project, int most) {
    std::vector<ItemId> ids;
    for (int i = below(most) + 1; i > 0; --i)
        ids.push_back(item(project));
    return ids;
}

HallId RandomEdits::hall(const Project& project) {
    const Hall* found = rowAt(project.halls, below(1 << 20));
    return found == nullptr || below(50) == 0 ? HallId{1'000'000} : found->id;
}

Length RandomEdits::shift() {
    return metres(0.6 * (below(9) - 4));
}

edit::AnyEdit RandomEdits::growing(const Project& project) {
    switch (below(5)) {
        case 0: {
            Item item;
            item.hall = hall(project);
            item.catalogKey = "test.rack";
            item.position = {shift(), shift()};
            return edit::PlaceItems{{item}};
        }
        case 1: return edit::DuplicateItems{items(project, 3), shift(), shift()};
        case 2: return edit::ArrayItems{items(project, 2), below(3) + 1, shift(), shift()};
        case 3:
            return edit::PasteItems{edit::copyItems(project, items(project, 3)), hall(project),
                                    shift(), shift()};
        default:
            return edit::GenerateRow{
                hall(project), "test.rack", {shift(), shift()}, below(4), metres(0.6)};
    }
}

edit::AnyEdit RandomEdits::linking(const Project& project) {
    switch (below(5)) {
        case 0:
            return edit::ConnectPower{item(project), item(project),
                                      below(2) == 0 ? Feed::A : Feed::B};
        case 1: return edit::ConnectCooling{item(project), item(project)};
        case 2: {
            const PowerLink* link = rowAt(project.powerLinks, below(1 << 20));
            return edit::DisconnectPower{{link != nullptr ? link->id : PowerLinkId{}}};
        }
        case 3: {
            const PowerLink* found = rowAt(project.powerLinks, below(1 << 20));
            PowerLink link = found != nullptr ? *found : PowerLink{};
            link.length = metres(below(100));
            link.phase = static_cast<Phase>(below(4));
            return edit::SetCables{{link}};
        }
        default: {
            const CoolingLink* link = rowAt(project.coolingLinks, below(1 << 20));
            return edit::DisconnectCooling{{link != nullptr ? link->id : CoolingLinkId{}}};
        }
    }
}

edit::AnyEdit RandomEdits::plantSetting(const Project& project) {
    switch (below(3)) {
        case 0: {
            PlantControl plant = project.plant;
            plant.staging = static_cast<StagingRule>(below(3));
            plant.resetRise = kelvins(below(40));  // sometimes above 30 K, which is refused
            return edit::SetPlant{plant};
        }
        case 1: {
            edit::SetOperation operation{{}, project.plant};
            operation.plant.reset = static_cast<SupplyReset>(below(3));
            return operation;
        }
        default: {
            const CoolingLink* found = rowAt(project.coolingLinks, below(1 << 20));
            CoolingLink link = found != nullptr ? *found : CoolingLink{};
            link.bore = millimetres(below(300));  // sometimes below 5 mm, which is refused
            return edit::SetPipes{{link}};
        }
    }
}

edit::AnyEdit RandomEdits::fabricSetting(const Project& project) {
    const Fabric* found = rowAt(project.fabrics, below(1 << 20));
    const FabricId fabric = found != nullptr ? found->id : FabricId{};
    const FabricEdit* change = rowAt(project.fabricEdits, below(1 << 20));
    const CableTray* tray = rowAt(project.trays, below(1 << 20));
    switch (below(6)) {
        case 0: {
            Fabric one = found != nullptr && below(2) == 0 ? *found : Fabric{};
            one.name = "Fabric";
            one.unitNodes = below(40);  // sometimes 0, which is refused
            if (below(3) == 0) one.hall = hall(project);
            return edit::SetFabric{one};
        }
        case 1: return edit::RemoveFabric{below(3) == 0 ? fabric : FabricId{}};
        case 2: {
            FabricEdit one;
            one.fabric = fabric;
            one.first = "leaf-1.1";
            one.kind = static_cast<FabricEditKind>(below(5));
            if (below(2) == 0) one.rack = item(project);
            return edit::AddFabricEdits{{one}};
        }
        case 3: return edit::RemoveFabricEdits{{change != nullptr ? change->id : FabricEditId{}}};
        case 4: {
            CableTray one = tray != nullptr && below(2) == 0 ? *tray : CableTray{};
            one.hall = hall(project);
            one.to = {shift(), shift()};  // sometimes where it began, which is refused
            return edit::SetTrays{{one}};
        }
        default: return edit::RemoveTrays{{tray != nullptr ? tray->id : TrayId{}}};
    }
}

edit::AnyEdit RandomEdits::setting(const Project& project) {
    const double fraction = 0.01 * below(103);  // sometimes above one, which is refused
    switch (below(12)) {
        case 11:
        case 10: return fabricSetting(project);
        case 9: return plantSetting(project);
        case 0: return edit::SetInfo{{"Name " + std::to_string(below(3)), "", "", ""}};
        case 1: {
            Site site = project.site;
            site.altitude = metres(below(7000));
            return edit::SetSite{site};
        }
        case 2: {
            Economics economics = project.economics;
            economics.defaultUtilisation = fraction;
            return edit::SetEconomics{economics};
        }
        case 3:
            return edit::SetEnergyMix{
                edit::withShare(project.energy, static_cast<EnergySource>(below(11)), fraction)};
        case 4: {
            Hall room;
            room.name = "Room";
            room.width = metres(below(30));
            return edit::AddHall{room};
        }
        case 5: {
            const Hall* found = project.halls.find(hall(project));
            Hall room = found != nullptr ? *found : Hall{};
            room.depth = metres(10.0 + below(20));
            return edit::UpdateHall{room};
        }
        case 6: {
            const Hall* last = rowAt(project.halls, static_cast<int>(project.halls.size()) - 1);
            return edit::RemoveHall{project.halls.size() > 3 ? last->id : HallId{}};
        }
        case 7: {
            const Scenario* found = rowAt(project.scenarios, below(1 << 20));
            Scenario scenario = found != nullptr && below(2) == 0 ? *found : Scenario{};
            scenario.name = "Scenario";
            scenario.utilisation = fraction;
            return edit::SetScenario{scenario};
        }
        default: {
            const Scenario* found = rowAt(project.scenarios, below(1 << 20));
            return edit::RemoveScenario{found != nullptr ? found->id : ScenarioId{}};
        }
    }
}

edit::AnyEdit RandomEdits::next(const Project& project) {
    const bool isLarge = project.items.size() > 500;
    switch (below(8)) {
        case 0:
        case 1: return edit::MoveItems{items(project, 10), shift(), shift()};
        case 2: return edit::RotateItems{items(project, 5), below(7) - 3};
        case 3: {
            const Item* found = project.items.find(item(project));
            Item changed = found != nullptr ? *found : Item{};
            changed.utilisation = 0.01 * below(103);
            return edit::UpdateItems{{changed}};
        }
        case 4:
            return isLarge ? edit::AnyEdit(edit::DeleteItems{items(project, 5)}) : growing(project);
        case 5: return growing(project);
        case 6: return linking(project);
        default: return setting(project);
    }
}

}  // namespace halltwin::tests
