// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/validation/case.h"
#include "views/bridge/theme.h"

#include <QDialog>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QTreeView;
class QVBoxLayout;

namespace halltwin::views::validation {

class CaseModel;
class CaseRunner;
class FigureModel;
class PlotView;

/// The published cases with our figures beside theirs, met or not. Shows at once what was shipped
/// with the program; "Run again" calculates a case on a worker and puts its figures in their place.
/// Not modal.
class ValidationPage : public QDialog {
    Q_OBJECT

public:
    explicit ValidationPage(const bridge::Theme& theme, QWidget* parent = nullptr);

private:
    void loadShipped();
    QWidget* makeCases();
    QWidget* makeDetails();
    QHBoxLayout* makeRunBar();
    void connectRunner();
    void showCase();
    void showProfiles();
    void showOrigin();
    void showRunning();
    void showSummary();
    void takeResult(const halltwin::validation::CaseResult& result);
    void takeError(const Error& error);
    void start(halltwin::validation::Effort effort);
    [[nodiscard]] const halltwin::validation::Case& current() const;

    const bridge::Theme& m_theme;
    CaseModel* m_cases;
    FigureModel* m_figures;
    CaseRunner* m_runner;
    QString m_shipped;  ///< "HallTwin 0.1.0, 2026-01-31"
    QListView* m_list = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_checks = nullptr;
    QLabel* m_source = nullptr;
    QLabel* m_origin = nullptr;
    QComboBox* m_profile = nullptr;
    PlotView* m_plot = nullptr;
    QTreeView* m_table = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_quick = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_doing = nullptr;
};

}  // namespace halltwin::views::validation
