// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/derivation_popup.h"

#include "views/bridge/format.h"

#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace halltwin::views::shell {

namespace {

constexpr int popupWidth = 480;
constexpr int tallestTable = 400;

QString fromModel(const std::string& text) {
    return QString::fromStdString(text);
}

/// Enough digits to follow the calculation by hand.
QString valueText(double value, const std::string& unit) {
    const bool isWhole = value == std::round(value) && std::abs(value) < 1e9;
    QString text = isWhole ? bridge::formatNumber(value, 0) : bridge::formatSignificant(value, 6);
    if (!unit.empty()) text += QChar(QChar::Nbsp) + fromModel(unit);
    return text;
}

QLabel* wrapped(const QString& text, bridge::TextStyle style, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(bridge::Theme::font(style));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

DerivationPopup::DerivationPopup(const twin::Derivation& derivation, bridge::Theme& theme,
                                 QWidget* parent)
    : QFrame(parent, Qt::Popup) {
    setObjectName(QStringLiteral("derivationPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("card", true);
    setFixedWidth(popupWidth);
    auto* title = wrapped(fromModel(derivation.name), bridge::TextStyle::Heading, this);
    auto* value =
        wrapped(valueText(derivation.value, derivation.unit), bridge::TextStyle::Figure, this);
    value->setObjectName(QStringLiteral("derivation.value"));
    auto* formula = wrapped(fromModel(derivation.formula), bridge::TextStyle::Body, this);
    formula->setObjectName(QStringLiteral("derivation.formula"));
    auto* box = new QFrame(this);
    box->setStyleSheet(QStringLiteral("QFrame { background: %1; border-radius: 6px; }")
                           .arg(theme.colors().raised.name()));
    auto* boxLayout = new QVBoxLayout(box);
    boxLayout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                                  bridge::space::s);
    boxLayout->addWidget(formula);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::m, bridge::space::m,
                               bridge::space::m);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(title);
    layout->addWidget(value);
    layout->addWidget(box);
    if (!derivation.inputs.empty()) layout->addWidget(inputTable(derivation));
}

QWidget* DerivationPopup::inputTable(const twin::Derivation& derivation) {
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, bridge::space::xs, bridge::space::s, 0);
    grid->setHorizontalSpacing(bridge::space::m);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const twin::DerivationInput& input : derivation.inputs) {
        auto* number = new QLabel(valueText(input.value, input.unit), table);
        number->setAlignment(Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(wrapped(fromModel(input.name), bridge::TextStyle::Body, table), row, 0);
        grid->addWidget(number, row, 1);
        ++row;
        if (input.source.empty()) continue;
        QLabel* source = wrapped(fromModel(input.source), bridge::TextStyle::Caption, table);
        source->setProperty("muted", true);
        source->setContentsMargins(0, 0, 0, bridge::space::xs);
        grid->addWidget(source, row++, 0, 1, 2);
    }
    grid->setRowStretch(row, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(table);
    const int content = table->heightForWidth(popupWidth - 3 * bridge::space::m);
    scroll->setFixedHeight(std::clamp(content + bridge::space::s, bridge::space::xl, tallestTable));
    return scroll;
}

void DerivationPopup::openAbove(const QWidget& anchor) {
    adjustSize();
    const QRect screen = anchor.screen()->availableGeometry();
    const QPoint corner = anchor.mapToGlobal(QPoint(0, 0));
    const int x =
        std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width()));
    const int y = std::max(screen.top(), corner.y() - height() - bridge::space::xs);
    move(x, y);
    show();
}

}  // namespace halltwin::views::shell
