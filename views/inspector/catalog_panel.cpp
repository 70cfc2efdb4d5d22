// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/catalog_panel.h"

#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/inspector/catalog_model.h"
#include "views/inspector/figure_list.h"

#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace halltwin::views::inspector {

CatalogPanel::CatalogPanel(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_model(new CatalogModel(context.session.sharedCatalog(), context.theme, this)),
      m_filter(new QSortFilterProxyModel(this)),
      m_search(new QLineEdit(this)),
      m_tree(new QTreeView(this)),
      m_card(new QWidget(this)),
      m_name(new QLabel(m_card)),
      m_description(new QLabel(m_card)),
      m_figures(new FigureList(context.theme, m_card)) {
    setObjectName(QStringLiteral("panel"));
    m_filter->setSourceModel(m_model);
    m_filter->setFilterRole(CatalogModel::SearchRole);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setRecursiveFilteringEnabled(true);
    m_search->setObjectName(QStringLiteral("catalog.search"));
    m_search->setPlaceholderText(tr("Search the catalogue"));
    m_search->setAccessibleName(tr("Search the catalogue"));
    m_search->setClearButtonEnabled(true);
    setUpTree();
    setUpCard();

    auto* top = new QVBoxLayout;
    top->setContentsMargins(bridge::space::s, bridge::space::s, bridge::space::s, 0);
    top->addWidget(m_search);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_card);

    connect(m_search, &QLineEdit::textChanged, this, &CatalogPanel::search);
    connect(m_tree, &QTreeView::activated, this, &CatalogPanel::place);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CatalogPanel::onCurrent);
    connect(&context.theme, &bridge::Theme::changed, m_model, &CatalogModel::refreshIcons);
}

void CatalogPanel::setUpTree() {
    m_tree->setObjectName(QStringLiteral("catalog.tree"));
    m_tree->setAccessibleName(tr("Catalogue"));
    m_tree->setModel(m_filter);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(bridge::space::s);
    m_tree->setIconSize({20, 20});
    m_tree->setDragEnabled(true);
    m_tree->setDragDropMode(QAbstractItemView::DragOnly);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->expandAll();
}

void CatalogPanel::setUpCard() {
    m_name->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    m_name->setWordWrap(true);
    m_description->setProperty("muted", true);
    m_description->setWordWrap(true);
    auto* cardLayout = new QVBoxLayout(m_card);
    cardLayout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                                   bridge::space::m);
    cardLayout->setSpacing(bridge::space::xs);
    cardLayout->addWidget(m_name);
    cardLayout->addWidget(m_description);
    cardLayout->addWidget(m_figures);
    m_card->hide();
}

void CatalogPanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CatalogPanel::search(const QString& text) {
    m_filter->setFilterFixedString(text.trimmed());
    m_tree->expandAll();
}

void CatalogPanel::onCurrent() {
    const CatalogEntry* entry = m_model->entry(m_filter->mapToSource(m_tree->currentIndex()));
    m_card->setVisible(entry != nullptr);
    if (entry == nullptr) return;
    m_name->setText(QString::fromStdString(entry->name));
    m_description->setText(QString::fromStdString(entry->description));
    m_description->setVisible(!entry->description.empty());
    m_figures->setFigures(catalogFigures(*entry));
}

void CatalogPanel::place(const QModelIndex& index) {
    const CatalogEntry* entry = m_model->entry(m_filter->mapToSource(index));
    if (entry != nullptr) emit placeRequested(entry->key);
}

}  // namespace halltwin::views::inspector
