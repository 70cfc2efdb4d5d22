// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network_plan.h"
#include "views/bridge/view_context.h"

#include <QString>
#include <QWidget>
#include <vector>

class QLabel;
class QPushButton;

namespace halltwin::views::network {

class HandChangeForm;
class PlainTable;
struct PlainRow;

/// One line of what changes by hand made of a generated fabric.
struct DifferenceLine {
    enum class Sort { Added, Removed, Moved };
    Sort sort = Sort::Added;
    QString text;  ///< "spine-17", "leaf-1.1:5 – R1 node 1:1, 400 Gb/s"
};

[[nodiscard]] std::vector<DifferenceLine>
differenceLines(const halltwin::network::FabricPlan& plan);

/// The changes by hand to one fabric in the order in which they apply, with what keeps one from
/// being made; a line to make more; and the difference that they make to what is generated. Each
/// change is one undoable step.
class HandChanges : public QWidget {
    Q_OBJECT

public:
    explicit HandChanges(const bridge::ViewContext& context, QWidget* parent = nullptr);

    /// Shows the changes of this fabric as the committed project and the twin's answer have them.
    void setFabric(FabricId fabric);

    [[nodiscard]] int count() const { return static_cast<int>(m_ids.size()); }

private:
    [[nodiscard]] QWidget* makeDifference();
    [[nodiscard]] const halltwin::network::FabricPlan* plan() const;
    [[nodiscard]] PlainRow rowOf(const FabricEdit& edit,
                                 const halltwin::network::FabricPlan* planned) const;
    void showEdits();
    void showDifference();
    void make(const FabricEdit& edit);
    void takeBack();

    bridge::ViewContext m_context;
    FabricId m_fabric;
    std::vector<FabricEditId> m_ids;  ///< by row
    HandChangeForm* m_form;
    PlainTable* m_edits;
    QPushButton* m_takeBack;
    PlainTable* m_difference;
    QLabel* m_summary;
};

}  // namespace halltwin::views::network
