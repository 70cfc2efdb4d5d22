// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QFrame>

class QLabel;

namespace halltwin::views::year {

/// A figure of the year: name, value, and a line on what it means.
class YearTile : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Plain, Good, Bad };

    YearTile(const QString& name, const QString& objectName, bridge::Theme& theme,
             QWidget* parent = nullptr);

    void setFigure(const QString& value, const QString& note, Tone tone = Tone::Plain);
    [[nodiscard]] QString valueText() const;
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

private:
    void restyle();

    bridge::Theme& m_theme;
    QLabel* m_value;
    QLabel* m_note;
    QString m_name;
    Tone m_tone = Tone::Plain;
};

}  // namespace halltwin::views::year
