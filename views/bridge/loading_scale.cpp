// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/loading_scale.h"

#include "model/power/chain.h"

#include <QCoreApplication>

namespace halltwin::views::bridge {

LoadingClass loadingClass(double loading) {
    if (loading > 1.0) return LoadingClass::Over;
    if (loading > power::continuousLoadLimit) return LoadingClass::High;
    return loading > lightLimit ? LoadingClass::Fair : LoadingClass::Light;
}

QColor loadingColor(LoadingClass loading, const Theme& theme) {
    const bool isDark = theme.mode() == ThemeMode::Dark;
    switch (loading) {
        case LoadingClass::Light: return isDark ? 0x56B4E9 : 0x2F8FCB;
        case LoadingClass::Fair: return isDark ? 0x1FBF92 : 0x009E73;
        case LoadingClass::High: return isDark ? 0xF0B43C : 0xD98F00;
        case LoadingClass::Over: return theme.colors().danger;
    }
    return theme.colors().textMuted;
}

QString loadingName(LoadingClass loading) {
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("LoadingScale", text);
    };
    switch (loading) {
        case LoadingClass::Light: return tr("up to 40 %");
        case LoadingClass::Fair: return tr("40–80 %");
        case LoadingClass::High: return tr("80–100 %");
        case LoadingClass::Over: return tr("over 100 %");
    }
    return {};
}

}  // namespace halltwin::views::bridge
