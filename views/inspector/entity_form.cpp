// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/entity_form.h"

#include "views/bridge/theme.h"
#include "views/inspector/field_style.h"
#include "views/inspector/number_edit.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <algorithm>
#include <utility>

namespace halltwin::views::inspector {

namespace {

constexpr int unitWidth = 44;
constexpr int labelWidth = 112;  ///< at least, so that the fields of forms below each other line up
constexpr int choiceLength = 6;  ///< letters that a list must have room for; it may grow

void showIn(QWidget* editor, const Field& field, double scale, bool mixed) {
    if (auto* number = qobject_cast<NumberEdit*>(editor)) {
        const double* value = std::get_if<double>(&field.value);
        if (mixed) {
            number->setMixed();
        } else {
            number->setValue(value == nullptr ? std::nullopt : std::optional(*value * scale));
        }
    } else if (auto* choice = qobject_cast<QComboBox*>(editor)) {
        const QSignalBlocker quiet(choice);
        const int* index = std::get_if<int>(&field.value);
        choice->setCurrentIndex(mixed || index == nullptr ? -1 : *index);
    } else if (auto* text = qobject_cast<QLineEdit*>(editor)) {
        const auto* value = std::get_if<std::string>(&field.value);
        text->setText(mixed || value == nullptr ? QString() : QString::fromStdString(*value));
        text->setPlaceholderText(mixed ? EntityForm::tr("different") : QString());
        text->setCursorPosition(0);
        text->setModified(false);
    }
}

}  // namespace

EntityForm::EntityForm(std::string entity, QWidget* parent)
    : QWidget(parent),
      m_entity(std::move(entity)),
      m_layout(new QFormLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(bridge::space::s);
    m_layout->setVerticalSpacing(bridge::space::xs + 2);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void EntityForm::setFields(const std::vector<Field>& fields, const std::set<std::string>& mixed) {
    const bool same =
        std::equal(fields.begin(), fields.end(), m_names.begin(), m_names.end(),
                   [](const Field& f, const std::string& name) { return f.name == name; });
    if (!same) rebuild(fields);
    for (const Field& field : fields) {
        showIn(m_editors[field.name], field, fieldStyle(m_entity, field.name).scale,
               mixed.contains(field.name));
    }
}

void EntityForm::setHint(const std::string& name, const QString& hint) {
    const auto at = m_editors.find(name);
    if (at == m_editors.end()) return;
    if (auto* number = qobject_cast<NumberEdit*>(at->second)) number->setHint(hint);
}

void EntityForm::rebuild(const std::vector<Field>& fields) {
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_names.clear();
    m_editors.clear();
    for (const Field& field : fields) {
        const FieldStyle style = fieldStyle(m_entity, field.name);
        QWidget* editor = makeEditor(field);
        editor->setObjectName(QString::fromStdString(m_entity + "." + field.name));
        editor->setAccessibleName(style.label);
        m_names.push_back(field.name);
        m_editors[field.name] = editor;

        auto* label = new QLabel(style.label, this);
        label->setProperty("muted", true);
        label->setMinimumWidth(labelWidth);
        label->setBuddy(editor);
        label->setToolTip(style.help);
        if (style.unit.isEmpty()) {
            m_layout->addRow(label, editor);
            continue;
        }
        auto* row = new QWidget(this);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(bridge::space::xs);
        auto* unit = new QLabel(style.unit, row);
        unit->setProperty("muted", true);
        unit->setFixedWidth(unitWidth);
        line->addWidget(editor, 1);
        line->addWidget(unit);
        m_layout->addRow(label, row);
    }
}

QWidget* EntityForm::makeEditor(const Field& field) {
    switch (field.kind) {
        case FieldKind::Choice: return makeChoice(field);
        case FieldKind::Text: return makeText(field);
        case FieldKind::Number:
        case FieldKind::Integer: return makeNumber(field);
    }
    return new QWidget(this);
}

QWidget* EntityForm::makeNumber(const Field& field) {
    const FieldStyle style = fieldStyle(m_entity, field.name);
    NumberFormat format;
    format.minimum = field.range.min * style.scale;
    format.maximum = field.range.max * style.scale;
    format.decimals = field.kind == FieldKind::Integer ? 0 : style.decimals;
    format.step = style.step;
    format.unit = style.unit;
    format.canBeEmpty = field.isOptional;
    auto* edit = new NumberEdit(format, this);
    edit->setHelp(style.help);
    connect(edit, &NumberEdit::committed, this,
            [this, name = field.name, scale = style.scale](std::optional<double> shown) {
                emit edited(name, shown ? FieldValue(*shown / scale) : FieldValue());
            });
    return edit;
}

QWidget* EntityForm::makeChoice(const Field& field) {
    auto* combo = new QComboBox(this);
    for (const std::string_view choice : field.choices)
        combo->addItem(choiceText(choice));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(choiceLength);
    combo->setToolTip(fieldStyle(m_entity, field.name).help);
    connect(combo, &QComboBox::activated, this,
            [this, name = field.name](int index) { emit edited(name, FieldValue(index)); });
    return combo;
}

QWidget* EntityForm::makeText(const Field& field) {
    auto* edit = new QLineEdit(this);
    edit->setToolTip(fieldStyle(m_entity, field.name).help);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, name = field.name] {
        if (!edit->isModified()) return;
        edit->setModified(false);
        emit edited(name, FieldValue(edit->text().toStdString()));
    });
    return edit;
}

std::vector<Field> pick(const std::vector<Field>& fields,
                        const std::vector<std::string_view>& names) {
    std::vector<Field> picked;
    for (const std::string_view name : names) {
        const auto at = std::find_if(fields.begin(), fields.end(),
                                     [name](const Field& field) { return field.name == name; });
        if (at != fields.end()) picked.push_back(*at);
    }
    return picked;
}

}  // namespace halltwin::views::inspector
