// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/latest_job.h"
#include "views/bridge/twin_runner.h"
#include "views/bridge/view_context.h"
#include "views/diagram/resilience_model.h"

#include <QWidget>
#include <array>
#include <stop_token>
#include <vector>

class QLabel;
class QTabWidget;
class QTableView;

namespace halltwin::views::diagram {

/// Room to grow, availability and single losses as three tables: a click on a row selects its
/// items, a click on a heading sorts, Ctrl+C copies. Calculated on a worker, only while it is in
/// sight and only when the twin has another answer; about the project as it is, not the trial.
class ResiliencePage : public QWidget {
    Q_OBJECT

public:
    enum class Tab { Growth, Availability, Losses };

    explicit ResiliencePage(const bridge::ViewContext& context, QWidget* parent = nullptr);
    ~ResiliencePage() override;

    void showTab(Tab tab);
    /// The tables belong to the twin's answer.
    [[nodiscard]] bool isCurrent() const;

signals:
    void planWanted(const std::vector<halltwin::ItemId>& items);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Sheet {
        ResilienceModel* model = nullptr;
        QTableView* table = nullptr;
        QLabel* summary = nullptr;
        QLabel* emptiness = nullptr;
        bool isLaidOut = false;  ///< columns have their first widths
    };
    using Contents = std::array<TableContent, 3>;

    [[nodiscard]] QWidget* makeSheet(Sheet& sheet, const char* name, const QString& title);
    [[nodiscard]] const std::vector<ItemId>& itemsOf(const Sheet& sheet, int row) const;
    void refresh();
    void fill(Sheet& sheet, TableContent content);
    void copy() const;

    bridge::ViewContext m_context;
    QTabWidget* m_tabs;
    std::array<Sheet, 3> m_sheets;
    bridge::TwinResultPtr m_done;    ///< that the tables are about
    bridge::TwinResultPtr m_wanted;  ///< that is being calculated
    std::stop_source m_stop;
    bridge::LatestJob m_job;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::diagram
