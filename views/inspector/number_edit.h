// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <optional>

namespace halltwin::views::inspector {

/// What a NumberEdit accepts and how it shows it.
struct NumberFormat {
    double minimum = 0;
    double maximum = 0;
    int decimals = 2;  ///< at most; trailing zeros are dropped
    double step = 1;   ///< of the up and down keys; ten times with Shift
    QString unit;      ///< shown behind the number, may be typed too
    bool canBeEmpty = false;
};

/// A number with its unit. Text is taken over at Enter or when the focus leaves, if it is a number
/// in the range; otherwise the field turns red, says why in its tooltip, and Escape brings the old
/// value back.
class NumberEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit NumberEdit(NumberFormat format, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<double> value() const { return m_value; }
    void setValue(std::optional<double> value);

    /// Shows that several things with different values are edited at once.
    void setMixed();

    /// Shown in an empty field: what then counts.
    void setHint(const QString& hint);

    /// Help that the tooltip shows while the text is good.
    void setHelp(const QString& help);

    /// The number in a text such as "1 200 mm" or "1,5"; none when it is none.
    [[nodiscard]] static std::optional<double> parse(const QString& text, const QString& unit);

signals:
    /// The user gave another value; none: the field was emptied.
    void committed(std::optional<double> value);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void commit();
    void stepBy(double steps);
    void refuse(const QString& reason);
    void showValue();

    NumberFormat m_format;
    QString m_help;
    QString m_hint;
    std::optional<double> m_value;
    bool m_mixed = false;
};

}  // namespace halltwin::views::inspector
