// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QWidget>

class QComboBox;

namespace halltwin::views::year {

/// Chooses where the weather of the year comes from: a climate of the catalogue, or an EPW file.
/// Each choice is one edit of the site.
class ClimateBar : public QWidget {
    Q_OBJECT

public:
    explicit ClimateBar(const bridge::ViewContext& context, QWidget* parent = nullptr);

    /// Takes an EPW file, named from the project's folder where it lies below that.
    void takeFile(const QString& path);
    void chooseFile();

private:
    void refresh();
    void onActivated(int index);

    bridge::ViewContext m_context;
    QComboBox* m_choice;
};

}  // namespace halltwin::views::year
