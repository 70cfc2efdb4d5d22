// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/rack_legend.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace halltwin::views::floorplan {

namespace {

constexpr int swatchPixels = 10;

QWidget* swatch(const items::LegendEntry& entry, QWidget* parent) {
    auto* cell = new QWidget(parent);
    auto* color = new QLabel(cell);
    color->setFixedSize(swatchPixels, swatchPixels);
    color->setStyleSheet(
        QStringLiteral("background: %1; border-radius: 2px").arg(entry.color.name()));
    auto* text = new QLabel(entry.text, cell);
    text->setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    auto* layout = new QHBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(color);
    layout->addWidget(text);
    return cell;
}

}  // namespace

RackLegend::RackLegend(bridge::Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_choice(new QToolButton(this)),
      m_swatches(new QWidget(this)),
      m_unknown(new QLabel(tr("Not calculated at this stage"), this)) {
    setObjectName(QStringLiteral("rackLegend"));
    setAccessibleName(tr("Colours of racks"));
    m_choice->setObjectName(QStringLiteral("rackColouring"));
    m_choice->setPopupMode(QToolButton::InstantPopup);
    m_choice->setToolTip(tr("Choose what the colours of racks tell"));
    m_choice->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    auto* menu = new QMenu(m_choice);
    auto* group = new QActionGroup(menu);
    for (const items::RackColouring colouring : items::rackColourings) {
        QAction* action = menu->addAction(items::colouringName(colouring));
        action->setCheckable(true);
        action->setChecked(colouring == m_colouring);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, colouring] { emit chosen(colouring); });
    }
    m_choice->setMenu(menu);
    m_unknown->setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    m_unknown->setProperty("muted", true);
    m_unknown->hide();
    auto* row = new QHBoxLayout(m_swatches);
    row->setContentsMargins(bridge::space::xs, 0, bridge::space::xs, 0);
    row->setSpacing(bridge::space::s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::xs, bridge::space::xs, bridge::space::xs,
                               bridge::space::xs);
    layout->setSpacing(0);
    layout->addWidget(m_choice, 0, Qt::AlignLeft);
    layout->addWidget(m_swatches);
    layout->addWidget(m_unknown);
    parent->installEventFilter(this);
    connect(&theme, &bridge::Theme::changed, this, &RackLegend::rebuild);
    rebuild();
}

void RackLegend::setColouring(items::RackColouring colouring) {
    if (colouring == m_colouring) return;
    m_colouring = colouring;
    const auto actions = m_choice->menu()->actions();
    actions[static_cast<int>(colouring)]->setChecked(true);
    rebuild();
}

void RackLegend::setKnown(bool known) {
    if (m_unknown->isHidden() == known) return;
    m_unknown->setVisible(!known);
    place();
}

bool RackLegend::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent() && event->type() == QEvent::Resize) place();
    return QFrame::eventFilter(watched, event);
}

void RackLegend::rebuild() {
    const bridge::ThemeColors& colors = m_theme.colors();
    setStyleSheet(QStringLiteral("#rackLegend { background: %1; border: 1px solid %2; "
                                 "border-radius: 4px }")
                      .arg(colors.surface.name(), colors.border.name()));
    // "ASHRAE" keeps its capitals.
    const QString name = items::colouringName(m_colouring);
    const bool isName = m_colouring == items::RackColouring::AirClass;
    m_choice->setText(tr("Racks by %1").arg(isName ? name : name.toLower()) +
                      QStringLiteral("  ▾"));
    while (QLayoutItem* item = m_swatches->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const items::LegendEntry& entry : items::legendOf(m_colouring))
        m_swatches->layout()->addWidget(swatch(entry, m_swatches));
    place();
}

void RackLegend::place() {
    adjustSize();
    const QSize outer = parentWidget()->size();
    move(outer.width() - width() - bridge::space::m, bridge::space::m);
    raise();
}

}  // namespace halltwin::views::floorplan
