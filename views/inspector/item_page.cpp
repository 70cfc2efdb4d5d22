// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/item_page.h"

#include "model/edit/update_items.h"
#include "model/project/footprint.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/entity_form.h"
#include "views/inspector/figure_list.h"
#include "views/inspector/link_list.h"
#include "views/inspector/power_figures.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace halltwin::views::inspector {

namespace {

QWidget* section(const QString& heading, QWidget* content, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(sectionHeading(heading, box));
    layout->addWidget(content);
    return box;
}

/// Fields that mean something for this kind of item.
std::vector<std::string_view> fieldNames(ItemKind kind, bool single) {
    std::vector<std::string_view> names;
    if (single) names = {"label", "x_m", "y_m"};
    names.push_back("rotation_deg");
    switch (kind) {
        case ItemKind::Rack: names.insert(names.end(), {"utilisation", "blanking_gap"}); break;
        case ItemKind::ImmersionTank:
            names.insert(names.end(), {"utilisation", "supply_temperature"});
            break;
        case ItemKind::Cooler:
            names.insert(names.end(), {"supply_temperature", "fan_speed"});
            break;
        case ItemKind::Chiller:
        case ItemKind::CoolingTower:
        case ItemKind::DryCooler:
        case ItemKind::HeatExchanger:
        case ItemKind::WaterSource: names.push_back("supply_temperature"); break;
        case ItemKind::Busway:
        case ItemKind::Wall:
        case ItemKind::Column:
        case ItemKind::Door:
        case ItemKind::Grille:
        case ItemKind::Containment:
            names.insert(names.end(), {"width_m", "depth_m", "height_m"});
            break;
        default: break;
    }
    return names;
}

}  // namespace

ItemPage::ItemPage(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel(this)),
      m_subtitle(new QLabel(this)),
      m_form(new EntityForm("item", this)),
      m_figures(new FigureList(context.theme, this)),
      m_links(new LinkList(context, this)),
      m_catalog(new FigureList(context.theme, this)),
      m_description(new QLabel(this)) {
    m_title->setFont(bridge::Theme::font(bridge::TextStyle::Heading));
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("inspector.title"));
    m_subtitle->setProperty("muted", true);
    m_subtitle->setWordWrap(true);
    m_description->setProperty("muted", true);
    m_description->setWordWrap(true);
    m_figuresBox = section(tr("Now"), m_figures, this);
    m_linksBox = section(tr("Links"), m_links, this);
    m_catalogBox = section(tr("Catalogue"), m_catalog, this);
    m_catalogBox->layout()->addWidget(m_description);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::m);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_form);
    for (QWidget* box : {m_figuresBox, m_linksBox, m_catalogBox})
        layout->addWidget(box);
    layout->addStretch();
    connect(m_form, &EntityForm::edited, this, &ItemPage::onEdited);
}

std::vector<Item> ItemPage::selectedItems() const {
    std::vector<Item> items;
    const auto shown = m_context.session.shown();
    for (const ItemId id : m_context.selection.items()) {
        if (const Item* item = shown->items.find(id)) items.push_back(*item);
    }
    return items;
}

void ItemPage::refresh() {
    const std::vector<Item> items = selectedItems();
    if (items.empty()) return;
    showHeading(items);
    showFields(items);
    const bool single = items.size() == 1;
    m_linksBox->setVisible(single);
    m_links->setItem(single ? items.front().id : ItemId{});
    const CatalogEntry* entry = m_context.session.catalog().find(items.front().catalogKey);
    m_catalogBox->setVisible(single && entry != nullptr);
    if (single && entry != nullptr) {
        m_catalog->setFigures(catalogFigures(*entry));
        m_description->setText(QString::fromStdString(entry->description));
        m_description->setVisible(!entry->description.empty());
    }
    refreshFigures();
}

void ItemPage::refreshFigures() {
    const std::vector<Item> items = selectedItems();
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    std::vector<ItemFigure> figures;
    if (items.size() == 1 && result != nullptr) {
        const Site& site = m_context.session.project().site;
        figures = itemFigures(items.front(), *result, site.altitude);
        const CatalogEntry* entry = m_context.session.catalog().find(items.front().catalogKey);
        const auto* rack = entry == nullptr ? nullptr : entry->as<RackSpec>();
        const auto power = result->rackPower.find(items.front().id);
        if (rack != nullptr && power != result->rackPower.end()) {
            const auto stages = stageFigures(*rack, power->second);
            figures.insert(figures.end(), stages.begin(), stages.end());
        }
    }
    m_figuresBox->setVisible(!figures.empty());
    m_figures->setFigures(figures);
}

void ItemPage::showHeading(const std::vector<Item>& items) {
    const Catalog& catalog = m_context.session.catalog();
    if (items.size() > 1) {
        m_title->setText(
            tr("%1 items").arg(bridge::formatNumber(static_cast<double>(items.size()), 0)));
        m_subtitle->setText(tr("What is changed here is changed for all of them"));
        return;
    }
    const Item& item = items.front();
    const CatalogEntry* entry = catalog.find(item.catalogKey);
    m_title->setText(bridge::itemTitle(item, catalog));
    m_subtitle->setText(
        entry == nullptr
            ? tr("Not in the catalogue: %1").arg(QString::fromStdString(item.catalogKey))
            : QString::fromStdString(entry->name));
}

void ItemPage::showFields(const std::vector<Item>& items) {
    const Catalog& catalog = m_context.session.catalog();
    const CatalogEntry* entry = catalog.find(items.front().catalogKey);
    const bool oneKind =
        entry != nullptr && std::all_of(items.begin(), items.end(), [&](const Item& item) {
            const CatalogEntry* other = catalog.find(item.catalogKey);
            return other != nullptr && other->kind == entry->kind;
        });
    const auto names = oneKind ? fieldNames(entry->kind, items.size() == 1)
                               : fieldNames(ItemKind::Pdu, items.size() == 1);
    const std::vector<Field> fields = pick(readFields(items.front()), names);
    std::set<std::string> mixed;
    for (const Item& item : items) {
        const std::vector<Field> others = pick(readFields(item), names);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (others[i].value != fields[i].value) mixed.insert(fields[i].name);
        }
    }
    m_form->setFields(fields, mixed);
    if (!oneKind) return;
    const auto millimetreText = [](Length length) {
        return bridge::formatNumber(length.in(millimetres), 0);
    };
    m_form->setHint("width_m", millimetreText(entry->size.width));
    m_form->setHint("depth_m", millimetreText(entry->size.depth));
    m_form->setHint("height_m", millimetreText(entry->size.height));
    m_form->setHint("fan_speed", tr("100"));
    const double usual = m_context.session.project().economics.defaultUtilisation;
    m_form->setHint("utilisation", bridge::formatNumber(100.0 * usual, 1));
    if (const auto* rack = entry->as<RackSpec>()) {
        m_form->setHint("blanking_gap", bridge::formatNumber(100.0 * rack->blankingGap, 1));
        if (rack->bath) {
            m_form->setHint("supply_temperature",
                            bridge::formatNumber(rack->bath->temperature.in(celsius), 1));
        }
    } else if (const auto* cooler = entry->as<CoolerSpec>()) {
        m_form->setHint("supply_temperature",
                        bridge::formatNumber(cooler->defaultSupply.in(celsius), 1));
    } else if (const auto* chiller = entry->as<ChillerSpec>()) {
        m_form->setHint("supply_temperature",
                        bridge::formatNumber(chiller->defaultSupply.in(celsius), 1));
    }
}

void ItemPage::onEdited(const std::string& name, const FieldValue& value) {
    edit::UpdateItems edit{selectedItems()};
    for (Item& item : edit.items)
        writeField(item, name, value);
    if (!m_context.session.apply(edit)) refresh();
}

}  // namespace halltwin::views::inspector
