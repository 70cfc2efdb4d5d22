// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/field.h"

#include <QWidget>
#include <map>
#include <set>
#include <string>
#include <vector>

class QFormLayout;

namespace halltwin::views::inspector {

/// Editors for the fields of an entity, one row each, made from the field list. Rows stay when only
/// values change, so that the focus does. Numbers are checked against the field's range before they
/// are sent on.
class EntityForm : public QWidget {
    Q_OBJECT

public:
    /// `entity` chooses labels and units (see fieldStyle) and starts the object names: "item.x_m".
    explicit EntityForm(std::string entity, QWidget* parent = nullptr);

    /// Shows these fields in their order; those in `mixed` differ among what is edited together.
    void setFields(const std::vector<Field>& fields, const std::set<std::string>& mixed = {});

    /// What an empty optional field stands for ("600 mm").
    void setHint(const std::string& name, const QString& hint);

signals:
    void edited(const std::string& name, const halltwin::views::inspector::FieldValue& value);

private:
    void rebuild(const std::vector<Field>& fields);
    [[nodiscard]] QWidget* makeEditor(const Field& field);
    [[nodiscard]] QWidget* makeNumber(const Field& field);
    [[nodiscard]] QWidget* makeChoice(const Field& field);
    [[nodiscard]] QWidget* makeText(const Field& field);

    std::string m_entity;
    QFormLayout* m_layout;
    std::vector<std::string> m_names;
    std::map<std::string, QWidget*> m_editors;
};

/// Copies the fields whose names are wanted, in that order.
[[nodiscard]] std::vector<Field> pick(const std::vector<Field>& fields,
                                      const std::vector<std::string_view>& names);

}  // namespace halltwin::views::inspector
