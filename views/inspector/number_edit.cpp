// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/number_edit.h"

#include <QKeyEvent>
#include <QLocale>
#include <QStyle>
#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::inspector {

namespace {

QString withoutTrailingZeros(double value, int decimals) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(value, 'f', decimals);
    if (decimals == 0) return text;
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    if (text.endsWith(locale.decimalPoint())) text.chop(locale.decimalPoint().size());
    return text;
}

void setInvalid(QWidget& widget, bool invalid) {
    if (widget.property("invalid").toBool() == invalid) return;
    widget.setProperty("invalid", invalid);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

}  // namespace

NumberEdit::NumberEdit(NumberFormat format, QWidget* parent)
    : QLineEdit(parent),
      m_format(std::move(format)) {
    setAlignment(Qt::AlignRight);
    connect(this, &QLineEdit::editingFinished, this, &NumberEdit::commit);
}

void NumberEdit::setValue(std::optional<double> value) {
    m_value = value;
    m_mixed = false;
    showValue();
}

void NumberEdit::setMixed() {
    m_value.reset();
    m_mixed = true;
    showValue();
}

void NumberEdit::setHint(const QString& hint) {
    m_hint = hint;
    if (!isModified()) showValue();
}

void NumberEdit::setHelp(const QString& help) {
    m_help = help;
    setToolTip(help);
}

std::optional<double> NumberEdit::parse(const QString& text, const QString& unit) {
    QString number = text.trimmed();
    if (!unit.isEmpty() && number.endsWith(unit)) number.chop(unit.size());
    number.remove(QChar(QChar::Nbsp)).remove(QLatin1Char(' '));
    number.replace(QChar(0x2212), QLatin1Char('-'));
    bool good = false;
    double value = QLocale().toDouble(number, &good);
    // A decimal point is understood in every locale.
    if (!good) value = QLocale::c().toDouble(number, &good);
    if (!good || !std::isfinite(value)) return std::nullopt;
    return value;
}

void NumberEdit::keyPressEvent(QKeyEvent* event) {
    const double factor = event->modifiers().testFlag(Qt::ShiftModifier) ? 10.0 : 1.0;
    switch (event->key()) {
        case Qt::Key_Up: stepBy(factor); return;
        case Qt::Key_Down: stepBy(-factor); return;
        case Qt::Key_Escape: showValue(); return;
        default: QLineEdit::keyPressEvent(event);
    }
}

void NumberEdit::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        selectAll();
    }
}

void NumberEdit::commit() {
    if (!isModified()) return;
    if (text().trimmed().isEmpty()) {
        if (!m_format.canBeEmpty) return refuse(tr("A number is needed."));
        setModified(false);
        m_value.reset();
        showValue();
        emit committed(std::nullopt);
        return;
    }
    const std::optional<double> given = parse(text(), m_format.unit);
    if (!given) return refuse(tr("This is not a number."));
    if (*given < m_format.minimum || *given > m_format.maximum) {
        return refuse(tr("Allowed: %1 to %2 %3")
                          .arg(withoutTrailingZeros(m_format.minimum, m_format.decimals),
                               withoutTrailingZeros(m_format.maximum, m_format.decimals),
                               m_format.unit));
    }
    const bool isNew = m_mixed || m_value != given;
    setValue(given);
    if (isNew) emit committed(given);
}

void NumberEdit::stepBy(double steps) {
    const std::optional<double> from = isModified() ? parse(text(), m_format.unit) : m_value;
    if (!from) return;
    const double next =
        std::clamp(*from + steps * m_format.step, m_format.minimum, m_format.maximum);
    setText(withoutTrailingZeros(next, m_format.decimals));
    setModified(true);
    commit();
}

void NumberEdit::refuse(const QString& reason) {
    setInvalid(*this, true);
    setToolTip(reason);
}

void NumberEdit::showValue() {
    setInvalid(*this, false);
    setToolTip(m_help);
    setPlaceholderText(m_mixed ? tr("different") : m_hint);
    setText(m_value ? withoutTrailingZeros(*m_value, m_format.decimals) : QString());
    setModified(false);
}

}  // namespace halltwin::views::inspector
