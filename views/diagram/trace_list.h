// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/trace.h"
#include "views/bridge/theme.h"

#include <QFrame>
#include <QString>
#include <functional>

class QGridLayout;
class QLabel;

namespace halltwin::views::diagram {

/// The way of one watt, step by step: "1 W at R-12 = 1.083 W at the sources", then each element
/// with its part of the watt and what is lost of it, the formula and the books.
class TraceList : public QFrame {
    Q_OBJECT

public:
    using NameOf = std::function<QString(ItemId)>;

    explicit TraceList(bridge::Theme& theme, QWidget* parent = nullptr);

    void show(const power::Trace& trace, const NameOf& nameOf);
    [[nodiscard]] QString headline() const;

signals:
    void closed();
    void planWanted();  ///< the way on the plan

private:
    void fillSteps(const power::Trace& trace, const NameOf& nameOf);
    void addRow(int row, const QString& name, const QString& value, const QString& note);
    void restyle();

    bridge::Theme& m_theme;
    QLabel* m_headline;
    QFrame* m_box;
    QWidget* m_table = nullptr;
    QWidget* m_holder;
};

}  // namespace halltwin::views::diagram
