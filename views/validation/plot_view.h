// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/validation/case.h"
#include "views/bridge/theme.h"

#include <QWidget>
#include <optional>

namespace halltwin::views::validation {

/// The picture that halltwin-cli writes for a profile, in the colours and the size of the window.
class PlotView : public QWidget {
    Q_OBJECT

public:
    explicit PlotView(const bridge::Theme& theme, QWidget* parent = nullptr);

    void setProfile(const std::optional<halltwin::validation::Profile>& profile);
    [[nodiscard]] const std::optional<halltwin::validation::Profile>& profile() const {
        return m_profile;
    }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const bridge::Theme& m_theme;
    std::optional<halltwin::validation::Profile> m_profile;
};

}  // namespace halltwin::views::validation
