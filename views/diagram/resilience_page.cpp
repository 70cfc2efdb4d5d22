// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/resilience_page.h"

#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/diagram/content.h"
#include "views/diagram/resilience_rows.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <memory>
#include <utility>

namespace halltwin::views::diagram {

namespace {

constexpr int rowHeight = 26;

QString titleOf(const Project& project, const Catalog& catalog, ItemId item) {
    const Item* found = project.items.find(item);
    return found == nullptr ? QString::number(item.value) : bridge::itemTitle(*found, catalog);
}

void setUpTable(QTableView& table) {
    table.setStyleSheet(QStringLiteral("QTableView::item { padding: 0 8px; border: none }"));
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSortingEnabled(true);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

}  // namespace

ResiliencePage::ResiliencePage(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_tabs(new QTabWidget(this)) {
    setObjectName(QStringLiteral("resiliencePage"));
    m_tabs->setObjectName(QStringLiteral("resilience.tabs"));
    m_tabs->setDocumentMode(true);
    const auto add = [this](Tab tab, const char* name, const QString& title) {
        m_tabs->addTab(makeSheet(m_sheets[static_cast<std::size_t>(tab)], name, title), title);
    };
    add(Tab::Growth, "growth", tr("Room to grow"));
    add(Tab::Availability, "availability", tr("Availability"));
    add(Tab::Losses, "losses", tr("Single losses"));
    auto* copyButton = new QToolButton(m_tabs);
    copyButton->setObjectName(QStringLiteral("resilience.copy"));
    copyButton->setText(tr("Copy table"));
    copyButton->setToolTip(tr("Copy the selected rows, or all, for a spreadsheet (Ctrl+C)"));
    connect(copyButton, &QToolButton::clicked, this, &ResiliencePage::copy);
    m_tabs->setCornerWidget(copyButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    connect(&context.twin, &bridge::TwinFeed::resultReady, this, &ResiliencePage::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &ResiliencePage::refresh);
}

ResiliencePage::~ResiliencePage() {
    m_stop.request_stop();
}

QWidget* ResiliencePage::makeSheet(Sheet& sheet, const char* name, const QString& title) {
    auto* holder = new QWidget(m_tabs);
    holder->setObjectName(QStringLiteral("panel"));
    holder->setAttribute(Qt::WA_StyledBackground);
    const QString prefix = QLatin1String(name);
    sheet.model = new ResilienceModel(m_context.theme, holder);
    auto* sorted = new QSortFilterProxyModel(holder);
    sorted->setSourceModel(sheet.model);
    sorted->setSortRole(ResilienceModel::sortRole);
    sheet.summary = new QLabel(holder);
    sheet.summary->setObjectName(prefix + QStringLiteral(".summary"));
    sheet.summary->setWordWrap(true);
    sheet.summary->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m, 0);
    sheet.emptiness = new QLabel(holder);
    sheet.emptiness->setObjectName(prefix + QStringLiteral(".emptiness"));
    sheet.emptiness->setWordWrap(true);
    sheet.emptiness->setAlignment(Qt::AlignCenter);
    sheet.emptiness->setProperty("muted", true);
    sheet.emptiness->setContentsMargins(bridge::space::xl, 0, bridge::space::xl, 0);
    sheet.table = new QTableView(holder);
    sheet.table->setObjectName(prefix + QStringLiteral(".table"));
    sheet.table->setAccessibleName(title);
    setUpTable(*sheet.table);
    sheet.table->setModel(sorted);
    auto* copyAction = new QAction(tr("Copy"), sheet.table);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &ResiliencePage::copy);
    sheet.table->addAction(copyAction);
    sheet.table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(sheet.summary);
    layout->addWidget(sheet.table, 1);
    layout->addWidget(sheet.emptiness, 1);
    sheet.table->hide();
    connect(sheet.table, &QTableView::clicked, this, [this, &sheet](const QModelIndex& index) {
        const auto& items = itemsOf(sheet, index.row());
        m_context.selection.setItems({items.begin(), items.end()});
    });
    connect(sheet.table, &QTableView::activated, this, [this, &sheet](const QModelIndex& index) {
        emit planWanted(itemsOf(sheet, index.row()));
    });
    return holder;
}

const std::vector<ItemId>& ResiliencePage::itemsOf(const Sheet& sheet, int row) const {
    const auto* sorted = static_cast<const QSortFilterProxyModel*>(sheet.table->model());
    const QModelIndex source = sorted->mapToSource(sorted->index(row, 0));
    return sheet.model->content().rows[static_cast<std::size_t>(source.row())].items;
}

void ResiliencePage::showTab(Tab tab) {
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

bool ResiliencePage::isCurrent() const {
    return m_done != nullptr && m_done == m_context.twin.latest();
}

void ResiliencePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ResiliencePage::refresh() {
    const bridge::TwinResultPtr& answer = m_context.twin.latest();
    if (!isVisible() && answer != nullptr) return;
    if (answer == nullptr) {
        m_stop.request_stop();
        m_job.forget();
        m_done.reset();
        m_wanted.reset();
        for (Sheet& sheet : m_sheets)
            fill(sheet, {{}, {}, {}, tr("Waiting for the first answer of the twin…")});
        return;
    }
    if (answer == m_wanted) return;
    m_wanted = answer;
    m_stop.request_stop();
    m_stop = std::stop_source();
    if (m_done == nullptr) {
        for (Sheet& sheet : m_sheets)
            fill(sheet, {{}, {}, {}, tr("Taking out one element after the other…")});
    }
    m_job.want([this, answer, project = m_context.twin.latestProject(),
                catalog = m_context.session.sharedCatalog(), stop = m_stop.get_token()] {
        const Resilience found = resilienceOf(answer->chain, stop);
        const NameOf nameOf = [&](ItemId item) { return titleOf(*project, *catalog, item); };
        const power::LoadKind kindOf = loadKinds(*project, *catalog);
        const ResilienceSource source{answer->chain, found, nameOf, kindOf};
        const auto contents = std::make_shared<Contents>(
            Contents{headroomTable(source), availabilityTable(source), lossTable(source)});
        return [this, answer, contents, stop] {
            if (stop.stop_requested()) return;
            m_done = answer;
            for (std::size_t n = 0; n < m_sheets.size(); ++n)
                fill(m_sheets[n], std::move((*contents)[n]));
        };
    });
}

void ResiliencePage::fill(Sheet& sheet, TableContent content) {
    sheet.summary->setText(content.summary);
    sheet.summary->setVisible(!content.summary.isEmpty());
    sheet.emptiness->setText(content.emptiness);
    sheet.emptiness->setVisible(content.rows.empty());
    sheet.table->setVisible(!content.rows.empty());
    const bool hasColumns = !content.columns.empty();
    sheet.model->setContent(std::move(content));
    if (sheet.isLaidOut || !hasColumns) return;
    sheet.isLaidOut = true;
    const auto& columns = sheet.model->content().columns;
    for (std::size_t n = 0; n < columns.size(); ++n)
        sheet.table->setColumnWidth(static_cast<int>(n), columns[n].width);
}

void ResiliencePage::copy() const {
    const Sheet& sheet = m_sheets[static_cast<std::size_t>(m_tabs->currentIndex())];
    QApplication::clipboard()->setText(tableText(*sheet.table));
}

}  // namespace halltwin::views::diagram
