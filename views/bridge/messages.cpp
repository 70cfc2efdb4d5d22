// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/messages.h"

#include "views/bridge/message_table.h"

#include <QCoreApplication>

namespace halltwin::views::bridge {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Names", text);
}

/// Fills %1, %2…; the English default when the arguments do not fit the table's text.
QString filled(const char* context, const char* text, const std::vector<std::string>& arguments,
               const std::string& fallback) {
    QString shown = QCoreApplication::translate(context, text);
    // From the last to the first, so that %1 does not eat the start of %10, and so that a "%2"
    // inside an argument is left alone: arguments are marked before any is put in.
    constexpr QChar mark(0xE000);
    for (int i = 1; i <= 9; ++i) {
        shown.replace(QStringLiteral("%%1").arg(i), QString(mark) + QChar('0' + i));
    }
    for (int i = 1; i <= 9; ++i) {
        const QString place = QString(mark) + QChar('0' + i);
        if (!shown.contains(place)) continue;
        const auto index = static_cast<std::size_t>(i - 1);
        if (index >= arguments.size()) return QString::fromStdString(fallback);
        shown.replace(place, QString::fromStdString(arguments[index]));
    }
    return shown;
}

}  // namespace

QString issueTitle(const Issue& issue) {
    const IssueText* text = findIssueText(issue.rule);
    if (text == nullptr) return QString::fromStdString(issue.message);
    return filled(issueContext, text->title, issue.arguments, issue.message);
}

QString issueFix(const Issue& issue) {
    const IssueText* text = findIssueText(issue.rule);
    if (text == nullptr) return QString::fromStdString(issue.fix);
    return filled(issueContext, text->fix, issue.arguments, issue.fix);
}

QString severityName(Severity severity) {
    switch (severity) {
        case Severity::Info: return translated(QT_TRANSLATE_NOOP("Names", "Note"));
        case Severity::Warning: return translated(QT_TRANSLATE_NOOP("Names", "Warning"));
        case Severity::Error: return translated(QT_TRANSLATE_NOOP("Names", "Error"));
    }
    return {};
}

QString errorTitle(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidArgument:
            return translated(QT_TRANSLATE_NOOP("Names", "Not possible"));
        case ErrorCode::NotFound: return translated(QT_TRANSLATE_NOOP("Names", "Not found"));
        case ErrorCode::OutOfRange:
            return translated(QT_TRANSLATE_NOOP("Names", "Value out of range"));
        case ErrorCode::OverLimit: return translated(QT_TRANSLATE_NOOP("Names", "Too large"));
        case ErrorCode::NotAProject:
            return translated(QT_TRANSLATE_NOOP("Names", "Not a HallTwin project"));
        case ErrorCode::NewerSchema:
            return translated(QT_TRANSLATE_NOOP("Names", "Made by a newer version"));
        case ErrorCode::CorruptFile: return translated(QT_TRANSLATE_NOOP("Names", "Damaged file"));
        case ErrorCode::DanglingReference:
            return translated(QT_TRANSLATE_NOOP("Names", "Reference to nothing"));
        case ErrorCode::DuplicateId: return translated(QT_TRANSLATE_NOOP("Names", "Already there"));
        case ErrorCode::IoFailure:
            return translated(QT_TRANSLATE_NOOP("Names", "Reading or writing failed"));
        case ErrorCode::ParseFailure:
            return translated(QT_TRANSLATE_NOOP("Names", "File not understood"));
        case ErrorCode::NotConverged:
            return translated(QT_TRANSLATE_NOOP("Names", "No solution found"));
        case ErrorCode::Cancelled: return translated(QT_TRANSLATE_NOOP("Names", "Cancelled"));
        case ErrorCode::Unsupported: return translated(QT_TRANSLATE_NOOP("Names", "Not supported"));
    }
    return {};
}

QString errorText(const Error& error) {
    QString text =
        errorTitle(error.code) + QStringLiteral(": ") + QString::fromStdString(error.message);
    if (!error.context.empty()) {
        text += QStringLiteral(" (") + QString::fromStdString(error.context) + QLatin1Char(')');
    }
    text += QLatin1Char('.');
    if (error.remedy.empty()) return text;
    QString remedy = QString::fromStdString(error.remedy);
    remedy[0] = remedy[0].toUpper();
    return text + QLatin1Char(' ') + remedy + QLatin1Char('.');
}

QString editLabelText(const edit::EditLabel& label) {
    const EditText* entry = findEditText(label.code);
    if (entry == nullptr) return QString::fromStdString(label.text);
    const bool isOne =
        entry->many == nullptr || label.arguments.empty() || label.arguments[0] == "1";
    return filled(editContext, isOne ? entry->one : entry->many, label.arguments, label.text);
}

QString kindName(ItemKind kind) {
    switch (kind) {
        case ItemKind::Rack: return translated(QT_TRANSLATE_NOOP("Names", "Rack"));
        case ItemKind::Cooler: return translated(QT_TRANSLATE_NOOP("Names", "Cooler"));
        case ItemKind::Tile: return translated(QT_TRANSLATE_NOOP("Names", "Perforated tile"));
        case ItemKind::Wall: return translated(QT_TRANSLATE_NOOP("Names", "Wall"));
        case ItemKind::Column: return translated(QT_TRANSLATE_NOOP("Names", "Column"));
        case ItemKind::Door: return translated(QT_TRANSLATE_NOOP("Names", "Door"));
        case ItemKind::Containment: return translated(QT_TRANSLATE_NOOP("Names", "Containment"));
        case ItemKind::UtilityFeed: return translated(QT_TRANSLATE_NOOP("Names", "Utility feed"));
        case ItemKind::Transformer: return translated(QT_TRANSLATE_NOOP("Names", "Transformer"));
        case ItemKind::Ups: return translated(QT_TRANSLATE_NOOP("Names", "UPS"));
        case ItemKind::Pdu: return translated(QT_TRANSLATE_NOOP("Names", "PDU"));
        case ItemKind::Chiller: return translated(QT_TRANSLATE_NOOP("Names", "Chiller"));
        case ItemKind::PumpSet: return translated(QT_TRANSLATE_NOOP("Names", "Pump set"));
        case ItemKind::Grille: return translated(QT_TRANSLATE_NOOP("Names", "Ceiling grille"));
        case ItemKind::RearDoor: return translated(QT_TRANSLATE_NOOP("Names", "Rear-door cooler"));
        case ItemKind::ImmersionTank:
            return translated(QT_TRANSLATE_NOOP("Names", "Immersion tank"));
        case ItemKind::Cdu:
            return translated(QT_TRANSLATE_NOOP("Names", "Coolant distribution unit"));
        case ItemKind::Generator: return translated(QT_TRANSLATE_NOOP("Names", "Generator"));
        case ItemKind::OnSiteSource:
            return translated(QT_TRANSLATE_NOOP("Names", "On-site source"));
        case ItemKind::Battery: return translated(QT_TRANSLATE_NOOP("Names", "Battery"));
        case ItemKind::Switchboard: return translated(QT_TRANSLATE_NOOP("Names", "Switchboard"));
        case ItemKind::TransferSwitch:
            return translated(QT_TRANSLATE_NOOP("Names", "Transfer switch"));
        case ItemKind::DistributionPanel:
            return translated(QT_TRANSLATE_NOOP("Names", "Distribution panel"));
        case ItemKind::Busway: return translated(QT_TRANSLATE_NOOP("Names", "Busway"));
        case ItemKind::RackPdu: return translated(QT_TRANSLATE_NOOP("Names", "Rack PDU"));
        case ItemKind::PowerShelf: return translated(QT_TRANSLATE_NOOP("Names", "Power shelf"));
        case ItemKind::CoolingTower: return translated(QT_TRANSLATE_NOOP("Names", "Cooling tower"));
        case ItemKind::DryCooler: return translated(QT_TRANSLATE_NOOP("Names", "Dry cooler"));
        case ItemKind::HeatExchanger:
            return translated(QT_TRANSLATE_NOOP("Names", "Heat exchanger"));
        case ItemKind::WaterSource: return translated(QT_TRANSLATE_NOOP("Names", "Water source"));
        case ItemKind::WaterTank: return translated(QT_TRANSLATE_NOOP("Names", "Water tank"));
        case ItemKind::HeatReuse: return translated(QT_TRANSLATE_NOOP("Names", "Heat re-use"));
    }
    return {};
}

QString kindGroupName(ItemKind kind) {
    switch (kind) {
        case ItemKind::Rack:
        case ItemKind::ImmersionTank: return translated(QT_TRANSLATE_NOOP("Names", "Racks"));
        case ItemKind::Cooler:
        case ItemKind::RearDoor:
        case ItemKind::Tile:
        case ItemKind::Grille:
        case ItemKind::Containment: return translated(QT_TRANSLATE_NOOP("Names", "Room cooling"));
        case ItemKind::Chiller:
        case ItemKind::Cdu:
        case ItemKind::CoolingTower:
        case ItemKind::DryCooler:
        case ItemKind::HeatExchanger:
        case ItemKind::WaterSource:
        case ItemKind::WaterTank:
        case ItemKind::HeatReuse:
        case ItemKind::PumpSet: return translated(QT_TRANSLATE_NOOP("Names", "Cooling plant"));
        case ItemKind::UtilityFeed:
        case ItemKind::Transformer:
        case ItemKind::Ups:
        case ItemKind::Generator:
        case ItemKind::OnSiteSource:
        case ItemKind::Battery:
        case ItemKind::Switchboard:
        case ItemKind::TransferSwitch:
        case ItemKind::DistributionPanel:
        case ItemKind::Busway:
        case ItemKind::RackPdu:
        case ItemKind::PowerShelf:
        case ItemKind::Pdu: return translated(QT_TRANSLATE_NOOP("Names", "Power"));
        case ItemKind::Wall:
        case ItemKind::Column:
        case ItemKind::Door: return translated(QT_TRANSLATE_NOOP("Names", "Building"));
    }
    return {};
}

QString hallKindName(HallKind kind) {
    switch (kind) {
        case HallKind::DataHall: return translated(QT_TRANSLATE_NOOP("Names", "Data hall"));
        case HallKind::PlantRoom: return translated(QT_TRANSLATE_NOOP("Names", "Plant room"));
        case HallKind::Yard: return translated(QT_TRANSLATE_NOOP("Names", "Yard"));
    }
    return {};
}

QString rotationName(Rotation rotation) {
    return QString::number(90 * static_cast<int>(rotation)) + QStringLiteral("°");
}

QString feedName(Feed feed) {
    return feed == Feed::A ? translated(QT_TRANSLATE_NOOP("Names", "Feed A"))
                           : translated(QT_TRANSLATE_NOOP("Names", "Feed B"));
}

QString energySourceName(EnergySource source) {
    switch (source) {
        case EnergySource::Coal: return translated(QT_TRANSLATE_NOOP("Names", "Coal"));
        case EnergySource::Gas: return translated(QT_TRANSLATE_NOOP("Names", "Gas"));
        case EnergySource::Biomass: return translated(QT_TRANSLATE_NOOP("Names", "Biomass"));
        case EnergySource::SolarUtility:
            return translated(QT_TRANSLATE_NOOP("Names", "Solar, utility"));
        case EnergySource::SolarRoof: return translated(QT_TRANSLATE_NOOP("Names", "Solar, roof"));
        case EnergySource::Geothermal: return translated(QT_TRANSLATE_NOOP("Names", "Geothermal"));
        case EnergySource::ConcentratedSolar:
            return translated(QT_TRANSLATE_NOOP("Names", "Solar, concentrated"));
        case EnergySource::Hydro: return translated(QT_TRANSLATE_NOOP("Names", "Hydro"));
        case EnergySource::Nuclear: return translated(QT_TRANSLATE_NOOP("Names", "Nuclear"));
        case EnergySource::WindOffshore:
            return translated(QT_TRANSLATE_NOOP("Names", "Wind, offshore"));
        case EnergySource::WindOnshore:
            return translated(QT_TRANSLATE_NOOP("Names", "Wind, onshore"));
    }
    return {};
}

QString powerBasisName(PowerBasis basis) {
    return basis == PowerBasis::Nameplate
               ? translated(QT_TRANSLATE_NOOP("Names", "Nameplate"))
               : translated(QT_TRANSLATE_NOOP("Names", "Measured maximum"));
}

QString itemTitle(const Item& item, const Catalog& catalog) {
    if (!item.label.empty()) return QString::fromStdString(item.label);
    const CatalogEntry* entry = catalog.find(item.catalogKey);
    const QString name = QString::fromStdString(entry == nullptr ? item.catalogKey : entry->name);
    return name + QStringLiteral(" #") + QString::number(item.id.value);
}

}  // namespace halltwin::views::bridge
