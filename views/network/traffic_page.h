// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/network_study.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace halltwin::views::inspector {
class FigureList;
}

namespace halltwin::views::network {

class PlainTable;

/// What traffic gets on a fabric: the question, its answer with where it comes from, the fullest
/// links, single losses, matrices between groups of servers, and the scaling of training. Does
/// nothing while hidden.
class TrafficPage : public QWidget {
    Q_OBJECT

public:
    enum class Tab { Links, Losses, Matrix, Scaling };

    TrafficPage(const bridge::ViewContext& context, bridge::NetworkStudy& study,
                QWidget* parent = nullptr);

    void showTab(Tab tab);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* makeAnswer();
    [[nodiscard]] QWidget* makeLinks();
    void refresh();
    void showAnswer(const bridge::NetworkAnswer& answer);

    bridge::ViewContext m_context;
    bridge::NetworkStudy& m_study;
    bool m_isStale = true;
    QLabel* m_problem;
    inspector::FigureList* m_facts;
    QLabel* m_bottleneck;
    QLabel* m_derivation;
    PlainTable* m_links;
    QTabWidget* m_tabs;
    QStackedWidget* m_stack;
};

}  // namespace halltwin::views::network
