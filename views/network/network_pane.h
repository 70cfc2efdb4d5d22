// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/network_study.h"

#include <QWidget>
#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;

namespace halltwin::views::network {

class FabricDiagramPage;
class RacksPage;

/// The Network tab: pages over one study of the project's fabrics, with the line that says which
/// fabric, what traffic and what is cut.
class NetworkPane : public QWidget {
    Q_OBJECT

public:
    enum class Page { Diagram, Racks, Traffic, Fabrics };

    NetworkPane(const bridge::ViewContext& context, bridge::NetworkStudy& study,
                QWidget* parent = nullptr);

    void showPage(Page page);
    [[nodiscard]] Page page() const;

    /// Of the drawing that is shown; nothing on pages without one.
    void fit();
    void zoomIn();
    void zoomOut();
    /// Elevations on the page of racks, the diagram on all others; SVG or PDF by the ending.
    [[nodiscard]] Result<void> write(const QString& path) const;

signals:
    void planWanted(const std::vector<halltwin::ItemId>& items);
    void message(const QString& text);
    void exportWanted();  ///< of what write() gives

private:
    struct Entry {
        Page page;
        QWidget* widget;
    };

    void addPages();
    void addPage(Page page, const QString& title, QWidget* widget);

    bridge::ViewContext m_context;
    bridge::NetworkStudy& m_study;
    QStackedWidget* m_stack;
    QButtonGroup* m_buttons;
    QHBoxLayout* m_strip = nullptr;
    FabricDiagramPage* m_diagram = nullptr;
    RacksPage* m_racks = nullptr;
    std::vector<Entry> m_pages;
};

}  // namespace halltwin::views::network
