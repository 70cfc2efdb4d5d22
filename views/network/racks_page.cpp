// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/racks_page.h"

#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/network/elevation_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace halltwin::views::network {

namespace {

namespace net = halltwin::network;

constexpr std::size_t mostShown = 64;  ///< racks that are drawn at once

/// What a list of racks is made from; copies, for the worker.
struct Wish {
    bridge::TwinResultPtr result;
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    bridge::NetworkAnswerPtr answer;
    std::vector<std::string> losses;

    [[nodiscard]] RackListPtr racks() const {
        const bool isStudied =
            answer != nullptr && answer->network == result->network && answer->study.has_value();
        std::optional<diagram::RackTraffic> traffic;
        if (isStudied) traffic.emplace(diagram::RackTraffic{*answer->study, answer->fabric});
        return std::make_shared<const std::vector<diagram::DrawnRack>>(
            diagram::drawnRacks({*project, *catalog, result->network.get(), result.get(),
                                 traffic ? &*traffic : nullptr, &losses}));
    }
};

/// The first rack with switches and the first with servers on a network.
std::vector<diagram::DrawnRack> examplesOf(const std::vector<diagram::DrawnRack>& racks) {
    std::vector<diagram::DrawnRack> examples;
    const auto withSwitches =
        std::ranges::find_if(racks, [](const auto& rack) { return rack.switches > 0; });
    if (withSwitches != racks.end()) examples.push_back(*withSwitches);
    const auto withServers = std::ranges::find_if(racks, [](const diagram::DrawnRack& rack) {
        return rack.switches == 0 && rack.cableEnds > 0;
    });
    if (withServers != racks.end()) examples.push_back(*withServers);
    return examples;
}

/// The colours of the fabrics whose switches are drawn.
QString legendOf(const std::vector<diagram::DrawnRack>& racks, const bridge::Theme& theme) {
    std::map<int, QString> fabrics;
    for (const diagram::DrawnRack& rack : racks)
        for (const diagram::RackPart& part : rack.parts)
            if (part.kind == diagram::RackPartKind::Switch) fabrics[part.series] = part.fabricName;
    QStringList entries;
    for (const auto& [series, name] : fabrics)
        entries << QStringLiteral("<span style=\"color:%1\">\u25A0</span>&nbsp;%2")
                       .arg(theme.seriesColor(series).name(), name.toHtmlEscaped());
    return entries.join(QStringLiteral("&nbsp;&nbsp; "));
}

}  // namespace

RacksPage::RacksPage(const bridge::ViewContext& context, bridge::NetworkStudy& study,
                     QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_study(study),
      m_model(context.theme),
      m_stack(new QStackedWidget(this)),
      m_table(new QTableView(this)),
      m_view(new ElevationView(context.theme, this)),
      m_note(new QLabel(this)) {
    setObjectName(QStringLiteral("racksPage"));
    auto* empty = new QLabel(
        tr("No rack has stated rack units yet. Place server racks and network cabinets from the "
           "catalogue: a type with units says how many it has, where its servers sit and how many "
           "are left for switches."),
        this);
    empty->setObjectName(QStringLiteral("racks.empty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setProperty("muted", true);
    empty->setMargin(bridge::space::xl);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(makeList());
    splitter->addWidget(makeElevations());
    splitter->setSizes({304, 620});
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    m_stack->addWidget(empty);
    m_stack->addWidget(splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connectModel();
}

QWidget* RacksPage::makeList() {
    auto* list = new QWidget(this);
    list->setObjectName(QStringLiteral("panel"));
    list->setAttribute(Qt::WA_StyledBackground);
    auto* search = new QLineEdit(list);
    search->setObjectName(QStringLiteral("racks.filter"));
    search->setAccessibleName(tr("Filter racks"));
    search->setPlaceholderText(tr("Filter: rack, hall, model, switch, fabric"));
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_isFollowing = true;
        m_filter.setWords(words);
        m_isFollowing = false;
        showSelection();
    });
    setUpTable();
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(bridge::space::s, bridge::space::s, bridge::space::s, 0);
    bar->addWidget(search);
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::s);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    return list;
}

void RacksPage::setUpTable() {
    m_filter.setSourceModel(&m_model);
    m_table->setObjectName(QStringLiteral("racks.table"));
    m_table->setAccessibleName(tr("Racks"));
    m_table->setModel(&m_filter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RackModel::RackColumn, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    QHeaderView& header = *m_table->horizontalHeader();
    header.setStretchLastSection(true);
    header.setHighlightSections(false);
    constexpr std::array<int, RackModel::ColumnCount> widths{84, 64, 54, 62, 72, 76, 90, 160};
    for (int column = 0; column < RackModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    m_table->setToolTip(tr("Double-click a rack to find it on the plan"));
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        emit planWanted({m_model.rackAt(m_filter.mapToSource(index).row()).rack});
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RacksPage::selectFromTable);
}

QWidget* RacksPage::makeElevations() {
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeStrip());
    layout->addWidget(m_view, 1);
    return side;
}

QWidget* RacksPage::makeStrip() {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("panel"));
    strip->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(bridge::space::s, 2, bridge::space::s, 2);
    layout->setSpacing(bridge::space::xs);
    m_note->setObjectName(QStringLiteral("racks.note"));
    m_note->setProperty("muted", true);
    m_note->setTextFormat(Qt::RichText);
    m_note->setMinimumWidth(0);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_note, 1);
    const auto addButton = [&](const QString& text, const QString& tip, const char* name) {
        auto* button = new QToolButton(strip);
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setToolTip(tip);
        layout->addWidget(button);
        return button;
    };
    auto* faces = new QButtonGroup(strip);
    const auto addFaces = [&](const QString& text, const QString& tip, const char* name,
                              diagram::RackFaces which) {
        QToolButton* button = addButton(text, tip, name);
        button->setCheckable(true);
        button->setChecked(which == m_view->faces());
        faces->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, which] { m_view->setFaces(which); });
    };
    using diagram::RackFaces;
    addFaces(tr("Both"), tr("Front and rear side by side"), "racks.both", RackFaces::Both);
    addFaces(tr("Front"), tr("Fronts alone"), "racks.front", RackFaces::Front);
    addFaces(tr("Rear"), tr("Rears alone"), "racks.rear", RackFaces::Rear);
    connect(addButton(tr("Fit"), tr("Show all that is drawn"), "racks.fit"), &QToolButton::clicked,
            m_view, &ElevationView::fit);
    connect(addButton(tr("Export…"), tr("Write these elevations to an SVG or PDF file"),
                      "racks.export"),
            &QToolButton::clicked, this, &RacksPage::exportWanted);
    return strip;
}

void RacksPage::connectModel() {
    connect(&m_context.twin, &bridge::TwinFeed::resultReady, this, &RacksPage::refresh);
    connect(&m_study, &bridge::NetworkStudy::answerChanged, this, &RacksPage::refresh);
    connect(&m_study, &bridge::NetworkStudy::questionChanged, this, &RacksPage::refresh);
    connect(&m_context.session, &bridge::ProjectSession::replaced, this, [this] {
        m_job.forget();
        show(nullptr);
        refresh();
    });
    connect(&m_context.selection, &bridge::Selection::changed, this, &RacksPage::showSelection);
    connect(&m_context.theme, &bridge::Theme::changed, this, &RacksPage::showSelection);
    connect(m_view, &ElevationView::activated, this,
            [this](ItemId rack) { emit planWanted({rack}); });
    connect(m_view, &ElevationView::menuWanted, this, &RacksPage::showMenu);
}

void RacksPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_study.watch(true);
    refresh();
}

void RacksPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_study.watch(false);
}

void RacksPage::refresh() {
    m_isStale = !isVisible();
    if (m_isStale) return;
    if (m_context.twin.latest() == nullptr || m_context.twin.latestProject() == nullptr) return;
    m_job.want([this, wish = Wish{m_context.twin.latest(), m_context.twin.latestProject(),
                                  m_context.session.sharedCatalog(), m_study.answer(),
                                  m_study.question().losses}] {
        RackListPtr racks = wish.racks();
        return [this, racks = std::move(racks)] { show(racks); };
    });
}

void RacksPage::show(RackListPtr racks) {
    m_racks = std::move(racks);
    m_isFollowing = true;
    m_model.setRacks(m_racks);
    m_isFollowing = false;
    m_stack->setCurrentIndex(m_racks == nullptr || m_racks->empty() ? 0 : 1);
    showSelection();
}

/// Racks of the selection in the table and drawn; while there are none, examples.
void RacksPage::showSelection() {
    if (m_racks == nullptr) return m_view->setRacks({});
    std::vector<diagram::DrawnRack> drawn;
    QItemSelection rows;
    std::size_t selected = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const diagram::DrawnRack& rack = m_model.rackAt(row);
        if (!m_context.selection.contains(rack.rack)) continue;
        if (++selected <= mostShown) drawn.push_back(rack);
        const QModelIndex index = m_filter.mapFromSource(m_model.index(row, 0));
        if (index.isValid()) rows.select(index, index);
    }
    m_isFollowing = true;
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect |
                                                QItemSelectionModel::Rows);
    if (!rows.isEmpty()) m_table->scrollTo(rows.first().topLeft());
    m_isFollowing = false;
    QString note;
    if (selected == 0) {
        drawn = examplesOf(*m_racks);
        note = drawn.empty() ? QString() : tr("nothing is selected: examples");
    } else if (selected > mostShown) {
        note = tr("The first %1 of %2 selected racks").arg(mostShown).arg(selected);
    }
    const QString legend = legendOf(drawn, m_context.theme);
    m_note->setToolTip(legend + QStringLiteral("<br/>") + note);
    m_note->setText(note.isEmpty() || legend.isEmpty() ? note + legend
                                                       : legend + QStringLiteral(" · ") + note);
    m_view->setRacks(std::move(drawn));
}

void RacksPage::selectFromTable() {
    if (m_isFollowing) return;
    std::set<ItemId> racks;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        racks.insert(m_model.rackAt(m_filter.mapToSource(index).row()).rack);
    m_context.selection.setItems(std::move(racks));
}

void RacksPage::showMenu(const diagram::RackPart& part, ItemId rack, const QPoint& screen) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("racksMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!part.device.empty() && m_study.answer() != nullptr) {
        const QString text = part.isCut ? tr("Restore %1") : tr("Cut %1 on trial");
        menu->addAction(text.arg(QString::fromStdString(part.device)), this,
                        [this, part] { toggleCut(part); })
            ->setObjectName(QStringLiteral("menu.cut"));
    }
    menu->addAction(tr("Find on the plan"), this, [this, rack] { emit planWanted({rack}); })
        ->setObjectName(QStringLiteral("menu.plan"));
    menu->popup(screen);
}

/// A switch of another fabric makes that the one that is studied.
void RacksPage::toggleCut(const diagram::RackPart& part) {
    const bool isSwitch = part.kind == diagram::RackPartKind::Switch;
    const bridge::NetworkAnswerPtr& answer = m_study.answer();
    if (isSwitch && answer != nullptr && answer->plan().fabric.id != part.fabric)
        m_study.setFabric(part.fabric);
    m_study.toggleLoss(part.device);
}

Result<void> RacksPage::write(const QString& path) const {
    return diagram::writeRacks(m_view->racks(), m_view->faces(), m_context.session.displayName(),
                               path);
}

}  // namespace halltwin::views::network
