// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/loop_list.h"

#include "views/bridge/format.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace halltwin::views::diagram {

namespace {

constexpr int listWidth = 268;
constexpr std::size_t mostNames = 3;

QString colored(const QString& text, const QColor& color) {
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), text);
}

QString namesOf(const std::vector<ItemId>& items, const LoopList::NameOf& nameOf) {
    QStringList names;
    for (const ItemId item : items) {
        if (static_cast<std::size_t>(names.size()) == mostNames) {
            names << LoopList::tr("%1 more").arg(items.size() - mostNames);
            break;
        }
        names << nameOf(item).toHtmlEscaped();
    }
    return names.join(QStringLiteral(", "));
}

QString pressure(Pressure value) {
    return bridge::formatWithUnit(value.in(kilopascals), 0, QStringLiteral("kPa"));
}

}  // namespace

LoopList::LoopList(bridge::Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_text(new QLabel) {
    setObjectName(QStringLiteral("panel"));
    setFixedWidth(listWidth);
    m_text->setObjectName(QStringLiteral("loopList.text"));
    m_text->setAccessibleName(tr("Cooling loops"));
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMargin(bridge::space::s);
    m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    connect(m_text, &QLabel::linkActivated, this,
            [this](const QString& link) { emit loopPicked(link.toULongLong()); });
}

QString LoopList::text() const {
    return m_text->text();
}

void LoopList::show(const cooling::PlantResult& plant, const twin::Piping& piping,
                    const NameOf& nameOf) {
    m_hallsHold = hallsHold(plant);
    QStringList parts;
    for (std::size_t loop = 0; loop < plant.loops.size(); ++loop)
        parts << loopText(plant.loops[loop], loop, piping, nameOf);
    m_text->setText(parts.join(QStringLiteral("<hr/>")));
    setVisible(!parts.isEmpty());
}

QString LoopList::loopText(const cooling::LoopResult& loop, std::size_t number,
                           const twin::Piping& piping, const NameOf& nameOf) const {
    const bridge::ThemeColors& colors = m_theme.colors();
    QStringList lines;
    lines << QStringLiteral("<b><a href=\"%1\" style=\"color:%2\">%3</a></b>")
                 .arg(number)
                 .arg(colors.accent.name(), namesOf(loop.pumps, nameOf));
    const QColor mode = loop.mode == cooling::LoopMode::Free    ? colors.success
                        : loop.mode == cooling::LoopMode::Mixed ? colors.warning
                                                                : colors.textMuted;
    const QString serves = loop.rejects ? tr("rejects heat") : tr("serves halls");
    lines << QStringLiteral("%1 · %2").arg(
        serves, loop.rejects ? formatWaterFlow(loop.flow) : colored(loopModeName(loop.mode), mode));
    if (loop.mode == cooling::LoopMode::Idle) return lines.join(QStringLiteral("<br/>"));
    lines << QStringLiteral("%1 → %2").arg(
        colored(bridge::formatTemperature(loop.supply), colors.waterSupply),
        colored(bridge::formatTemperature(loop.returning), colors.waterReturn));
    lines << setPointText(loop);
    if (!loop.rejects) lines << formatWaterFlow(loop.flow);
    lines << tr("%1 of heat").arg(bridge::formatPower(loop.heat));
    if (!loop.rejects) {
        lines << tr("%1 without compressors, %2 by chillers")
                     .arg(bridge::formatPower(loop.free), bridge::formatPower(loop.mechanical));
    }
    if (loop.unmet.si() > 0.0)
        lines << colored(tr("%1 beyond what it can take").arg(bridge::formatPower(loop.unmet)),
                         colors.danger);
    const QString head = headText(loop, piping, nameOf);
    if (!head.isEmpty()) lines << head;
    return lines.join(QStringLiteral("<br/>"));
}

QString LoopList::setPointText(const cooling::LoopResult& loop) const {
    const QString wanted = bridge::formatTemperature(loop.wanted);
    if (loop.holdsWanted) return tr("holds %1").arg(wanted);
    const bridge::ThemeColors& colors = m_theme.colors();
    const bool isHarmless = loop.rejects && m_hallsHold;
    return colored(tr("set-point %1 missed by %2")
                       .arg(wanted, bridge::formatDifference(loop.supply - loop.wanted)),
                   isHarmless ? colors.textMuted : colors.danger);
}

/// The pump set of the loop that has the least head to spare.
QString LoopList::headText(const cooling::LoopResult& loop, const twin::Piping& piping,
                           const NameOf& nameOf) const {
    const twin::PumpHead* tightest = nullptr;
    for (const ItemId pump : loop.pumps) {
        const twin::PumpHead* head = piping.head(pump);
        if (head == nullptr) continue;
        const bool isTighter = tightest == nullptr || head->available - head->needed <
                                                          tightest->available - tightest->needed;
        if (isTighter) tightest = head;
    }
    if (tightest == nullptr) return {};
    const QString text = tr("%1 of %2 head at %3")
                             .arg(pressure(tightest->needed), pressure(tightest->available),
                                  nameOf(tightest->index).toHtmlEscaped());
    if (tightest->limit == cooling::FlowLimit::None) return text;
    const QString what = tightest->limit == cooling::FlowLimit::Pump ? tr("pump %1 limits")
                                                                     : tr("valve of %1 limits");
    return QStringLiteral("%1<br/>%2")
        .arg(text, colored(tr("%1 gets %2 of its flow: %3")
                               .arg(nameOf(tightest->worst).toHtmlEscaped(),
                                    bridge::formatShare(tightest->share),
                                    what.arg(nameOf(tightest->limiting).toHtmlEscaped())),
                           m_theme.colors().danger));
}

}  // namespace halltwin::views::diagram
