// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace halltwin::views::shell {

/// One headline figure: name, value, unit. A button: a click, Enter or Space asks where it comes
/// from.
class KpiTile : public QFrame {
    Q_OBJECT

public:
    KpiTile(const QString& name, const QString& objectName, QWidget* parent = nullptr);

    void setFigure(const QString& value, const QString& unit);
    void setColor(const QColor& value);
    /// Figures of an older state of the project are shown fainter.
    void setStale(bool stale);

    [[nodiscard]] QString valueText() const;

signals:
    void clicked();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void recolor();

    QString m_name;
    QLabel* m_value;
    QLabel* m_unit;
    QColor m_color;
    bool m_stale = false;
};

}  // namespace halltwin::views::shell
