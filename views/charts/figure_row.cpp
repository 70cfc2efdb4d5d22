// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/figure_row.h"

#include "views/bridge/format.h"
#include "views/charts/band_gauge.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>

namespace halltwin::views::charts {

namespace {

constexpr int nameWidth = 92;
constexpr int valueWidth = 104;

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

}  // namespace

QString formatFigure(const twin::RoomFigure& figure) {
    const twin::Derivation& of = figure.derivation;
    if (!figure.hasValue) return QStringLiteral("–");
    if (of.unit == "%") return bridge::formatWithUnit(of.value, 1, QStringLiteral("%"));
    if (of.unit.empty()) return bridge::formatNumber(of.value, 3);
    return bridge::formatWithUnit(of.value, 0, text(of.unit));
}

FigureRow::FigureRow(bridge::Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_name(new QLabel(this)),
      m_value(new QLabel(this)),
      m_gauge(new BandGauge(theme, this)),
      m_target(new QLabel(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Show where this figure comes from"));
    m_name->setFixedWidth(nameWidth);
    m_value->setFixedWidth(valueWidth);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_target->setProperty("muted", true);
    for (QLabel* label : {m_name, m_value, m_target})
        label->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, 1, bridge::space::s, 1);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(m_name);
    layout->addWidget(m_value);
    layout->addWidget(m_gauge, 1);
    layout->addWidget(m_target, 1);
    connect(&theme, &bridge::Theme::changed, this, &FigureRow::restyle);
}

void FigureRow::setFigure(const twin::RoomFigure& figure) {
    m_figure = figure;
    m_name->setText(text(figure.derivation.name));
    m_value->setText(formatFigure(figure));
    m_target->setText(figure.hasValue ? text(figure.target)
                                      : tr("not in the preview, nor in very large halls"));
    m_gauge->setFigure(figure);
    setAccessibleName(m_name->text() + QStringLiteral(" ") + m_value->text());
    restyle();
}

QString FigureRow::valueText() const {
    return m_value->text();
}

void FigureRow::restyle() {
    const bool isPoor = m_figure.hasValue && m_figure.rating != thermal::Rating::Good;
    const QColor color = isPoor ? ratingColor(m_theme, m_figure.rating) : m_theme.colors().text;
    m_value->setStyleSheet(QStringLiteral("color: %1").arg(color.name()));
    setStyleSheet(QStringLiteral("halltwin--views--charts--FigureRow:hover, "
                                 "halltwin--views--charts--FigureRow:focus { background: %1 }")
                      .arg(m_theme.colors().raised.name()));
}

void FigureRow::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) emit clicked();
}

void FigureRow::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space: emit clicked(); return;
        default: QFrame::keyPressEvent(event);
    }
}

}  // namespace halltwin::views::charts
