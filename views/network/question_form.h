// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/network_study.h"

#include <QWidget>

class QComboBox;
class QFormLayout;

namespace halltwin::views::inspector {
class NumberEdit;
}

namespace halltwin::views::network {

/// What runs over the fabric: the kind of traffic, the collective, how it goes and how large it is.
/// Asks the study and follows it.
class QuestionForm : public QWidget {
    Q_OBJECT

public:
    explicit QuestionForm(bridge::NetworkStudy& study, QWidget* parent = nullptr);

private:
    [[nodiscard]] QComboBox* addChoice(const char* name, const QString& label, const QString& help);
    [[nodiscard]] QWidget* makeSize();
    void connectChoices();
    void refresh();
    void refreshAlgorithms();
    void refreshSize();
    void change(void (*how)(halltwin::network::StudyQuestion&, int), int value);

    bridge::NetworkStudy& m_study;
    QFormLayout* m_layout;
    QComboBox* m_traffic;
    QComboBox* m_collective;
    QComboBox* m_algorithm;
    QComboBox* m_crossRail;
    inspector::NumberEdit* m_size;
    QComboBox* m_unit;
};

}  // namespace halltwin::views::network
