// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_plan.h"
#include "model/project/catalog.h"
#include "model/project/project.h"
#include "views/inspector/field.h"

#include <QWidget>
#include <string>
#include <vector>

class QComboBox;
class QFormLayout;

namespace halltwin::views::inspector {
class EntityForm;
}

namespace halltwin::views::network {

/// The figures of a fabric to edit; only those that its topology uses are there.
class FabricForm : public QWidget {
    Q_OBJECT

public:
    explicit FabricForm(QWidget* parent = nullptr);

    void setFabric(const Fabric& fabric, const Project& project, const Catalog& catalog);

    /// Marks the switches that these issues are about.
    void setIssues(const std::vector<Issue>& issues);

signals:
    void edited(const halltwin::Fabric& fabric);

private:
    [[nodiscard]] QComboBox* addChoice(const char* name, const QString& label, const QString& help);
    void connectChoices();
    void fillSwitches(const Catalog& catalog);
    void fillHalls(const Project& project);
    void onField(const std::string& name, const inspector::FieldValue& value);

    Fabric m_fabric;
    inspector::EntityForm* m_head;
    inspector::EntityForm* m_figures;
    QFormLayout* m_choices;
    QComboBox* m_leaf;
    QComboBox* m_spine;
    QComboBox* m_hall;
};

}  // namespace halltwin::views::network
