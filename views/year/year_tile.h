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
    /// A tile that leads somewhere shows the hand and takes the focus.
    void setLeads(const QString& where);
    [[nodiscard]] QString valueText() const;
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

signals:
    void clicked();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void restyle();

    bridge::Theme& m_theme;
    QLabel* m_value;
    QLabel* m_note;
    QString m_name;
    QString m_leads;  ///< empty: nowhere
    Tone m_tone = Tone::Plain;
};

}  // namespace halltwin::views::year
