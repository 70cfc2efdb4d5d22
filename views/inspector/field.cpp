// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/field.h"

#include <utility>

namespace halltwin::views::inspector::detail {

namespace {

Field& addField(std::vector<Field>& fields, std::string_view name, FieldKind kind) {
    Field& field = fields.emplace_back();
    field.name = name;
    field.kind = kind;
    return field;
}

}  // namespace

void FieldReader::addNumber(std::string_view name, double value, Range range) const {
    Field& field = addField(fields, name, FieldKind::Number);
    field.value = value;
    field.range = range;
}

void FieldReader::addOptional(std::string_view name, std::optional<double> value,
                              Range range) const {
    Field& field = addField(fields, name, FieldKind::Number);
    field.isOptional = true;
    field.range = range;
    if (value) field.value = *value;
}

void FieldReader::addText(std::string_view name, const std::string& text) const {
    addField(fields, name, FieldKind::Text).value = text;
}

void FieldReader::addInteger(std::string_view name, int value, Range range) const {
    Field& field = addField(fields, name, FieldKind::Integer);
    field.value = static_cast<double>(value);
    field.range = range;
}

void FieldReader::addChoice(std::string_view name, int index,
                            std::vector<std::string_view> choices) const {
    Field& field = addField(fields, name, FieldKind::Choice);
    field.value = index;
    field.choices = std::move(choices);
}

}  // namespace halltwin::views::inspector::detail
