// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/twin/networks.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStringListModel;

namespace halltwin::views::network {

class DeviceNameModel;

/// One line to make a change by hand to a fabric: what, to which switch or cable, where. Names are
/// completed, and a change that cannot be made is refused with the reason below the line.
class HandChangeForm : public QWidget {
    Q_OBJECT

public:
    explicit HandChangeForm(QWidget* parent = nullptr);

    /// `network` is the plan that names are looked up in; null: nothing can be changed yet.
    void setFabric(twin::NetworkPtr network, FabricId fabric);
    void setPlaces(const Project& project, const Catalog& catalog);
    /// An error under the line; empty: none.
    void setProblem(const QString& problem);
    /// Forgets what was typed.
    void reset();

    /// Begins a change of this kind with its first name.
    void begin(FabricEditKind kind, const QString& first = {});

signals:
    void wanted(const halltwin::FabricEdit& edit);

private:
    [[nodiscard]] QLineEdit* addNameEdit(QHBoxLayout& line, const char* name, const QString& hint);
    void addPlaceEdits(QHBoxLayout& line);
    void refreshFields();
    [[nodiscard]] FabricEditKind kind() const;
    [[nodiscard]] std::optional<ItemId> rackNamed(const QString& text) const;
    void submit();

    FabricId m_fabric;
    DeviceNameModel* m_names;
    QStringListModel* m_rackNames;
    std::vector<std::pair<QString, ItemId>> m_racks;
    QComboBox* m_kind;
    QLineEdit* m_first = nullptr;
    QLineEdit* m_second = nullptr;
    QComboBox* m_type;
    QLineEdit* m_rack;
    QSpinBox* m_unit;
    QPushButton* m_make;
    QLabel* m_problem;
};

}  // namespace halltwin::views::network
