// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/theme.h"

#include "model/core/data_paths.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QSvgRenderer>
#include <QToolTip>
#include <filesystem>

namespace halltwin::views::bridge {

namespace {

const ThemeColors& lightColors() {
    static const ThemeColors colors{
        .window = 0xF2F4F7,
        .surface = 0xFFFFFF,
        .raised = 0xEDF0F4,
        .field = 0xFFFFFF,
        .border = 0xD8DEE6,
        .text = 0x1A2330,
        .textMuted = 0x566273,
        .textDisabled = 0xA0AAB8,
        .accent = 0x1D63D8,
        .accentText = 0xFFFFFF,
        .accentSoft = 0xE1ECFD,
        .danger = 0xC2303B,
        .warning = 0x8F5B00,
        .success = 0x1B7A48,
        .planPaper = 0xFFFFFF,
        .planOutside = 0xE8ECF1,
        .planGrid = 0xEAEEF3,
        .planGridMajor = 0xD3DAE3,
        .planWall = 0x4A5563,
        .planLabel = 0x253041,
        .feedA = 0x1D63D8,
        .feedB = 0xC2410C,
        .chilledWater = 0x0B7F96,
        .waterSupply = 0x1565C0,
        .waterReturn = 0xC62828,
    };
    return colors;
}

const ThemeColors& darkColors() {
    static const ThemeColors colors{
        .window = 0x11151B,
        .surface = 0x1A2029,
        .raised = 0x252D38,
        .field = 0x131820,
        .border = 0x333D4A,
        .text = 0xE6EBF2,
        .textMuted = 0xA0ACBC,
        .textDisabled = 0x5C6878,
        .accent = 0x6AA5FF,
        .accentText = 0x0A1322,
        .accentSoft = 0x203655,
        .danger = 0xFF8080,
        .warning = 0xF2B84B,
        .success = 0x55C991,
        .planPaper = 0x1D242E,
        .planOutside = 0x0E1217,
        .planGrid = 0x262F3A,
        .planGridMajor = 0x35414F,
        .planWall = 0x93A0B0,
        .planLabel = 0xD8E0EA,
        .feedA = 0x6AA5FF,
        .feedB = 0xFF9357,
        .chilledWater = 0x3FC3DA,
        .waterSupply = 0x5EB1FF,
        .waterReturn = 0xFF7A6B,
    };
    return colors;
}

QPalette paletteOf(const ThemeColors& c) {
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.field);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.textMuted);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.danger);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.accentText);
    palette.setColor(QPalette::Light, c.raised);
    palette.setColor(QPalette::Midlight, c.raised);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border);
    palette.setColor(QPalette::Shadow, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, c.textDisabled);
    }
    return palette;
}

QString resourcePath(const char* folder, const QString& name) {
    const std::filesystem::path path = resourceDirectory() / folder / name.toStdString();
    return QString::fromStdString(path.string());
}

QString readText(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) return {};
    return QString::fromUtf8(file.readAll());
}

/// The style sheet names tokens as @surface; longer names go first so that @text leaves @textMuted
/// alone.
QString styleSheetOf(const ThemeColors& c, ThemeMode mode) {
    const std::pair<const char*, QColor> tokens[] = {
        {"@textDisabled", c.textDisabled},
        {"@textMuted", c.textMuted},
        {"@accentText", c.accentText},
        {"@accentSoft", c.accentSoft},
        {"@surface", c.surface},
        {"@window", c.window},
        {"@raised", c.raised},
        {"@border", c.border},
        {"@accent", c.accent},
        {"@danger", c.danger},
        {"@warning", c.warning},
        {"@success", c.success},
        {"@field", c.field},
        {"@text", c.text},
    };
    QString sheet = readText(resourcePath("styles", QStringLiteral("halltwin.qss")));
    for (const auto& [name, color] : tokens)
        sheet.replace(QLatin1String(name), color.name());
    const QString folder = resourcePath("styles", QString());
    const QString suffix =
        mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    sheet.replace(QStringLiteral("#mode#"), suffix);
    return sheet.replace(QStringLiteral("#styles#"), folder);
}

QPixmap drawIcon(const QByteArray& svg, int size) {
    QSvgRenderer renderer(svg);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

}  // namespace

const ThemeColors& Theme::colors() const {
    return m_mode == ThemeMode::Dark ? darkColors() : lightColors();
}

void Theme::apply(QApplication& application, ThemeMode mode) {
    m_mode = mode;
    m_icons.clear();
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(paletteOf(colors()));
    application.setFont(font(TextStyle::Body));
    application.setStyleSheet(styleSheetOf(colors(), mode));
    QToolTip::setFont(font(TextStyle::Small));
    emit changed();
}

QColor Theme::kindColor(ItemKind kind) const {
    const bool dark = m_mode == ThemeMode::Dark;
    switch (kind) {
        case ItemKind::Rack: return dark ? 0x7D8DA3 : 0x55647A;
        case ItemKind::Cooler: return dark ? 0x4AA8DC : 0x2B83B8;
        case ItemKind::Tile: return dark ? 0x35566E : 0xBFDCEB;
        case ItemKind::Wall:
        case ItemKind::Column: return colors().planWall;
        case ItemKind::Door: return dark ? 0xC79A6B : 0x9A7246;
        case ItemKind::Containment: return dark ? 0x5FA0BC : 0x7FB3CC;
        case ItemKind::UtilityFeed: return dark ? 0xE0B04A : 0xA9770F;
        case ItemKind::Transformer: return dark ? 0xE39A4E : 0xB9691B;
        case ItemKind::Ups: return dark ? 0xA98BEA : 0x6F4FBF;
        case ItemKind::Pdu: return dark ? 0xC29AF2 : 0x9160D0;
        case ItemKind::Generator: return dark ? 0xD9893B : 0xA55E12;
        case ItemKind::OnSiteSource: return dark ? 0x8FBF4D : 0x5C8A1E;
        case ItemKind::Battery: return dark ? 0x6FBF73 : 0x3C8A41;
        case ItemKind::Switchboard: return dark ? 0xB48EE0 : 0x8058B8;
        case ItemKind::TransferSwitch: return dark ? 0xD08FD0 : 0xA055A0;
        case ItemKind::DistributionPanel: return dark ? 0xC29AF2 : 0x9160D0;
        case ItemKind::Busway: return dark ? 0x9C86D8 : 0x6C56A8;
        case ItemKind::RackPdu: return dark ? 0xBFA4E8 : 0x9478C4;
        case ItemKind::PowerShelf: return dark ? 0x8E9BE6 : 0x5A68B8;
        case ItemKind::Chiller: return dark ? 0x3FC3DA : 0x0B7F96;
        case ItemKind::Grille: return dark ? 0x6A7FB0 : 0x8FA3D1;
        case ItemKind::RearDoor: return dark ? 0x3A8FC4 : 0x1F6FA3;
        case ItemKind::ImmersionTank: return dark ? 0x8C7BC0 : 0x66559C;
        case ItemKind::Cdu: return dark ? 0x2FB5A0 : 0x0E8575;
        case ItemKind::PumpSet: return dark ? 0x4FD0B4 : 0x178A72;
        case ItemKind::CoolingTower: return dark ? 0x5AA9E6 : 0x2573B5;
        case ItemKind::DryCooler: return dark ? 0x7BB6C9 : 0x3E7C92;
        case ItemKind::HeatExchanger: return dark ? 0x57C7A8 : 0x1F8468;
        case ItemKind::WaterSource: return dark ? 0x4C8FE0 : 0x1D5FB0;
        case ItemKind::WaterTank: return dark ? 0x6CA0D8 : 0x38699E;
        case ItemKind::HeatReuse: return dark ? 0xE58A5B : 0xB5561F;
    }
    return colors().textMuted;
}

QColor Theme::severityColor(Severity severity) const {
    switch (severity) {
        case Severity::Error: return colors().danger;
        case Severity::Warning: return colors().warning;
        case Severity::Info: return colors().accent;
    }
    return colors().text;
}

QColor Theme::sourceColor(EnergySource source) const {
    switch (source) {
        case EnergySource::Coal: return m_mode == ThemeMode::Dark ? 0x8A8F98 : 0x3D434C;
        case EnergySource::Gas: return 0xB0713E;
        case EnergySource::Biomass: return 0x7C8F2E;
        case EnergySource::SolarUtility: return 0xE6A700;
        case EnergySource::SolarRoof: return 0xF2C94C;
        case EnergySource::Geothermal: return 0xB84A4A;
        case EnergySource::ConcentratedSolar: return 0xE07B39;
        case EnergySource::Hydro: return 0x2F7FC1;
        case EnergySource::Nuclear: return 0x8A63C9;
        case EnergySource::WindOffshore: return 0x1FA58A;
        case EnergySource::WindOnshore: return 0x6CBF8F;
    }
    return colors().textMuted;
}

QColor Theme::seriesColor(int n) const {
    static constexpr std::array<QRgb, 8> hues{0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7,
                                              0x56B4E9, 0xD55E00, 0x8C8C8C, 0xB8A900};
    return QColor(hues[static_cast<std::size_t>(n) % hues.size()]);
}

QIcon Theme::icon(const QString& name) const {
    return icon(name, colors().text);
}

QIcon Theme::icon(const QString& name, const QColor& color) const {
    const QString key = name + color.name();
    if (const auto known = m_icons.constFind(key); known != m_icons.cend()) return *known;
    const QString svg = readText(resourcePath("icons", name + QStringLiteral(".svg")));
    QIcon icon;
    const auto add = [&](const QColor& stroke, QIcon::Mode mode) {
        QString tinted = svg;
        tinted.replace(QStringLiteral("currentColor"), stroke.name());
        for (const int size : {16, 20, 24, 32, 40, 48, 64}) {
            icon.addPixmap(drawIcon(tinted.toUtf8(), size), mode);
        }
    };
    if (!svg.isEmpty()) {
        add(color, QIcon::Normal);
        add(colors().textDisabled, QIcon::Disabled);
    }
    m_icons.insert(key, icon);
    return icon;
}

QFont Theme::font(TextStyle style) {
    static const QString family = QFontDatabase::hasFamily(QStringLiteral("Inter"))
                                      ? QStringLiteral("Inter")
                                      : QStringLiteral("DejaVu Sans");
    QFont font;
    font.setFamilies({family, QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC")});
    const auto set = [&font](int pixels, QFont::Weight weight) {
        font.setPixelSize(pixels);
        font.setWeight(weight);
    };
    switch (style) {
        case TextStyle::Caption: set(11, QFont::Medium); break;
        case TextStyle::Small: set(12, QFont::Normal); break;
        case TextStyle::Body: set(13, QFont::Normal); break;
        case TextStyle::BodyStrong: set(13, QFont::DemiBold); break;
        case TextStyle::Heading: set(15, QFont::DemiBold); break;
        case TextStyle::Title: set(20, QFont::DemiBold); break;
        case TextStyle::Figure: set(22, QFont::DemiBold); break;
    }
    return font;
}

}  // namespace halltwin::views::bridge
