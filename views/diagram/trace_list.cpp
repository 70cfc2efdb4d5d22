// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/trace_list.h"

#include "views/bridge/format.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace halltwin::views::diagram {

namespace {

constexpr int listWidth = 300;

QString wattsText(double value) {
    return bridge::formatWithUnit(value, 4, QStringLiteral("W"));
}

QString milliwattsText(double value) {
    return bridge::formatWithUnit(1000.0 * value, 1, QStringLiteral("mW"));
}

QLabel* wrapped(const QString& text, bridge::TextStyle style, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(bridge::Theme::font(style));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

TraceList::TraceList(bridge::Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_headline(wrapped({}, bridge::TextStyle::Heading, this)),
      m_box(new QFrame(this)),
      m_holder(new QWidget) {
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(listWidth);
    m_headline->setObjectName(QStringLiteral("trace.headline"));
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("trace.close"));
    close->setText(QStringLiteral("✕"));
    close->setAccessibleName(tr("Stop following"));
    connect(close, &QToolButton::clicked, this, &TraceList::closed);
    auto* top = new QHBoxLayout;
    top->addWidget(wrapped(tr("Follow one watt"), bridge::TextStyle::Caption, this), 1);
    top->addWidget(close);
    auto* boxLayout = new QVBoxLayout(m_box);
    boxLayout->setContentsMargins(bridge::space::s, bridge::space::s, bridge::space::s,
                                  bridge::space::s);
    boxLayout->addWidget(
        wrapped(QString::fromUtf8(power::traceFormula.data(), int(power::traceFormula.size())),
                bridge::TextStyle::Small, m_box));
    (new QVBoxLayout(m_holder))->setContentsMargins(0, 0, bridge::space::s, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_holder);
    auto* plan = new QPushButton(tr("Show on the plan"), this);
    plan->setObjectName(QStringLiteral("trace.plan"));
    connect(plan, &QPushButton::clicked, this, &TraceList::planWanted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::s,
                               bridge::space::m);
    layout->setSpacing(bridge::space::s);
    layout->addLayout(top);
    layout->addWidget(m_headline);
    layout->addWidget(m_box);
    layout->addWidget(scroll, 1);
    layout->addWidget(plan);
    connect(&theme, &bridge::Theme::changed, this, &TraceList::restyle);
    restyle();
}

void TraceList::restyle() {
    m_box->setStyleSheet(QStringLiteral("QFrame { background: %1; border-radius: 6px; }")
                             .arg(m_theme.colors().raised.name()));
}

QString TraceList::headline() const {
    return m_headline->text();
}

void TraceList::show(const power::Trace& trace, const NameOf& nameOf) {
    m_headline->setText(trace.drawn.si() > 0.0
                            ? tr("1 W at %1 = %2 at the sources")
                                  .arg(nameOf(trace.load), wattsText(trace.perWatt()))
                            : tr("%1 is dark: no watt reaches it").arg(nameOf(trace.load)));
    fillSteps(trace, nameOf);
    setVisible(true);
}

void TraceList::fillSteps(const power::Trace& trace, const NameOf& nameOf) {
    delete m_table;
    m_table = new QWidget(m_holder);
    auto* grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(bridge::space::s);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    m_holder->layout()->addWidget(m_table);
    if (trace.supplied.si() <= 0.0) return;
    int row = 0;
    const auto part = [&trace](Power power) { return power / trace.supplied; };
    addRow(row++, nameOf(trace.load), wattsText(1.0), {});
    for (const power::TracedElement& step : trace.elements) {
        addRow(row++, nameOf(step.id), wattsText(part(step.output)),
               tr("loses %1").arg(milliwattsText(part(step.loss))));
    }
    addRow(row++, tr("Cables"), {}, tr("lose %1").arg(milliwattsText(part(trace.cableLosses))));
    addRow(row++, tr("All sources"), wattsText(part(trace.drawn)),
           tr("residual %1 W").arg(part(trace.residual()), 0, 'g', 2));
    grid->setRowStretch(2 * row, 1);
}

void TraceList::addRow(int row, const QString& name, const QString& value, const QString& note) {
    auto* grid = static_cast<QGridLayout*>(m_table->layout());
    grid->addWidget(wrapped(name, bridge::TextStyle::Body, m_table), 2 * row, 0);
    auto* number = new QLabel(value, m_table);
    number->setAlignment(Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(number, 2 * row, 1);
    if (note.isEmpty()) return;
    QLabel* label = wrapped(note, bridge::TextStyle::Caption, m_table);
    label->setProperty("muted", true);
    label->setContentsMargins(0, 0, 0, bridge::space::xs);
    grid->addWidget(label, 2 * row + 1, 0, 1, 2);
}

}  // namespace halltwin::views::diagram
