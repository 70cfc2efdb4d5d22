// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/entities.h"
#include "model/project/issue.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QString>
#include <array>

class QApplication;

namespace halltwin::views::bridge {

enum class ThemeMode { Light, Dark };

/// Colour tokens: views name a role, never a colour. Text tokens keep a contrast of 4.5 : 1 or more
/// on `surface` (WCAG 2.2, AA).
struct ThemeColors {
    QColor window;   ///< behind panels
    QColor surface;  ///< panels, cards, tables
    QColor raised;   ///< hovered rows, buttons
    QColor field;    ///< text and number fields
    QColor border;
    QColor text;
    QColor textMuted;  ///< labels, units
    QColor textDisabled;
    QColor accent;      ///< the one colour of selection and primary action
    QColor accentText;  ///< on accent
    QColor accentSoft;  ///< selected row
    QColor danger;
    QColor warning;
    QColor success;

    QColor planPaper;    ///< floor of a hall
    QColor planOutside;  ///< around halls
    QColor planGrid;
    QColor planGridMajor;
    QColor planWall;
    QColor planLabel;
    QColor feedA;
    QColor feedB;
    QColor chilledWater;
    QColor waterSupply;  ///< pipes of a loop
    QColor waterReturn;
};

/// Multiples of 8 pixels (and one half step) between and around widgets.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 16;
inline constexpr int l = 24;
inline constexpr int xl = 32;
}  // namespace space

/// Steps of the type scale: 11 caption · 12 small · 13 body · 15 heading · 20 title · 22 figure, in
/// pixels.
enum class TextStyle { Caption, Small, Body, BodyStrong, Heading, Title, Figure };

/// The look of the program, switchable while it runs. One object, made by main() and handed down.
class Theme : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] const ThemeColors& colors() const;

    /// Sets style, palette, font and style sheet of the application, then emits `changed`.
    void apply(QApplication& application, ThemeMode mode);

    /// Fill of an item on the plan, in the charts and in 3-D.
    [[nodiscard]] QColor kindColor(ItemKind kind) const;
    [[nodiscard]] QColor severityColor(Severity severity) const;
    [[nodiscard]] QColor sourceColor(EnergySource source) const;
    /// Eight hues that colour-blind readers tell apart (Okabe and Ito 2008), for the n-th series.
    [[nodiscard]] QColor seriesColor(int n) const;

    /// Icon of resources/icons by name ("undo"), drawn in the text colour of the theme.
    [[nodiscard]] QIcon icon(const QString& name) const;
    [[nodiscard]] QIcon icon(const QString& name, const QColor& color) const;

    [[nodiscard]] static QFont font(TextStyle style);

signals:
    void changed();

private:
    ThemeMode m_mode = ThemeMode::Light;
    mutable QHash<QString, QIcon> m_icons;  ///< drawn so far, by name and colour
};

}  // namespace halltwin::views::bridge
