// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/hour_list_page.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace halltwin::views::year {

HourListPage::HourListPage(QWidget* parent)
    : QWidget(parent),
      m_which(new QComboBox(this)),
      m_meaning(new QLabel(this)),
      m_table(new QTableView(this)) {
    setObjectName(QStringLiteral("hourListPage"));
    m_which->setObjectName(QStringLiteral("hours.finding"));
    m_which->setAccessibleName(tr("Hours to list"));
    for (const Finding one : findings)
        m_which->addItem(findingName(one));
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("muted", true);
    m_meaning->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    m_table->setObjectName(QStringLiteral("hours.table"));
    m_table->setAccessibleName(tr("Hours of the year"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionResizeMode(HourListModel::WhenColumn,
                                                      QHeaderView::ResizeToContents);
    m_table->setToolTip(tr("Double-click an hour to find it among the hours by day"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(m_which, 0, Qt::AlignLeft);
    layout->addWidget(m_meaning);
    layout->addWidget(m_table, 1);
    connect(m_which, &QComboBox::currentIndexChanged, this, &HourListPage::refresh);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit hourChosen(m_model.hourOf(index.row())); });
    refresh();
}

Finding HourListPage::finding() const {
    return findings[static_cast<std::size_t>(std::max(m_which->currentIndex(), 0))];
}

void HourListPage::setAnswer(YearPtr answer) {
    m_answer = std::move(answer);
    refresh();
}

void HourListPage::showFinding(Finding finding) {
    m_which->setCurrentIndex(static_cast<int>(finding));
}

void HourListPage::refresh() {
    m_model.setAnswer(m_answer, finding());
    const int count = m_model.rowCount();
    m_meaning->setText(count == 0
                           ? tr("No hour of this year.")
                           : tr("%1 of %2 hours. ").arg(count).arg(m_answer->year.hours.size()) +
                                 findingMeaning(finding()));
}

}  // namespace halltwin::views::year
