// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace halltwin::views::bridge {
class Theme;
}

namespace halltwin::views::floorplan {

/// What the colours and widths of cable bundles tell, in one line for a corner of the plan. It lets
/// the mouse through.
class CableKey : public QWidget {
public:
    explicit CableKey(const bridge::Theme& theme, QWidget* parent = nullptr);

    /// "InfiniBand NDR, all-reduce"; shown while it is not empty.
    void setSubject(const QString& subject);
    [[nodiscard]] const QString& subject() const { return m_subject; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const bridge::Theme& m_theme;
    QString m_subject;
};

}  // namespace halltwin::views::floorplan
