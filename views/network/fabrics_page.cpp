// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabrics_page.h"

#include "model/network/fabric_defaults.h"
#include "model/network/generate.h"
#include "model/project/names.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/field_style.h"
#include "views/inspector/figure_list.h"
#include "views/network/fabric_facts.h"
#include "views/network/fabric_fix.h"
#include "views/network/fabric_form.h"
#include "views/network/hand_changes.h"
#include "views/network/network_words.h"
#include "views/network/panel_parts.h"
#include "views/network/plain_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <string>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

constexpr int listHeight = 132;
constexpr int formWidth = 340;

QString choice(FabricPurpose purpose) {
    return inspector::choiceText(
        EnumNames<FabricPurpose>::names[static_cast<std::size_t>(purpose)]);
}

QString choice(Topology topology) {
    return inspector::choiceText(EnumNames<Topology>::names[static_cast<std::size_t>(topology)]);
}

QIcon issueIcon(const std::vector<Issue>& issues, const bridge::Theme& theme) {
    if (issues.empty()) return {};
    const bool isWrong = std::any_of(issues.begin(), issues.end(), [](const Issue& issue) {
        return issue.severity == Severity::Error;
    });
    const Severity severity = isWrong ? Severity::Error : Severity::Warning;
    return theme.icon(isWrong ? QStringLiteral("error") : QStringLiteral("warning"),
                      theme.severityColor(severity));
}

QString issueTip(const std::vector<Issue>& issues) {
    QStringList lines;
    for (const Issue& issue : issues)
        lines << bridge::issueTitle(issue);
    return lines.join(u'\n');
}

}  // namespace

FabricsPage::FabricsPage(const bridge::ViewContext& context, bridge::NetworkStudy& study,
                         QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_study(study),
      m_list(new PlainTable(QStringLiteral("fabrics.list"),
                            {tr("Fabric"), tr("Purpose"), tr("Topology"), tr("Servers"),
                             tr("Switches"), tr("Cables"), tr("Power"), tr("Price")},
                            3, this)),
      m_stack(new QStackedWidget(this)),
      m_tabs(new QTabWidget(this)),
      m_form(new FabricForm(this)),
      m_facts(new inspector::FigureList(context.theme, this)),
      m_issues(new QVBoxLayout),
      m_changes(new HandChanges(context, this)) {
    setObjectName(QStringLiteral("fabricsPage"));
    m_list->setAccessibleName(tr("Fabrics"));
    m_facts->setObjectName(QStringLiteral("fabric.facts"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeBody(), 1);
    connectModel();
}

QWidget* FabricsPage::makeBar() {
    auto* bar = new QWidget(this);
    makePanel(*bar);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::s);
    auto* add = new QPushButton(tr("Add fabric"), bar);
    add->setObjectName(QStringLiteral("fabrics.add"));
    auto* menu = new QMenu(add);
    menu->setObjectName(QStringLiteral("fabrics.addMenu"));
    for (std::size_t n = 0; n < EnumNames<FabricPurpose>::names.size(); ++n) {
        const auto purpose = static_cast<FabricPurpose>(n);
        menu->addAction(choice(purpose), this, [this, purpose] { addFabric(purpose); })
            ->setObjectName(QStringLiteral("fabrics.add.%1").arg(n));
    }
    add->setMenu(menu);
    m_duplicate = new QPushButton(tr("Duplicate"), bar);
    m_duplicate->setObjectName(QStringLiteral("fabrics.duplicate"));
    m_remove = new QPushButton(tr("Remove"), bar);
    m_remove->setObjectName(QStringLiteral("fabrics.remove"));
    connect(m_duplicate, &QPushButton::clicked, this, &FabricsPage::duplicateFabric);
    connect(m_remove, &QPushButton::clicked, this, &FabricsPage::removeFabric);
    for (QWidget* button : {static_cast<QWidget*>(add), static_cast<QWidget*>(m_duplicate),
                            static_cast<QWidget*>(m_remove)})
        layout->addWidget(button);
    layout->addStretch();
    return bar;
}

QWidget* FabricsPage::makeBody() {
    auto* empty = new QLabel(tr("No fabric yet. A fabric is a network over the servers of your "
                                "racks: from a few figures come its switches, cables, power and "
                                "price. Add one above: figures to begin with follow from the ports "
                                "of the servers."),
                             m_stack);
    empty->setObjectName(QStringLiteral("fabrics.emptiness"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setProperty("muted", true);
    empty->setContentsMargins(bridge::space::xl, 0, bridge::space::xl, 0);
    makePanel(*m_stack);
    m_tabs->setObjectName(QStringLiteral("fabrics.tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeFigures(), tr("Figures"));
    m_tabs->addTab(m_changes, tr("Changes by hand"));
    m_list->setMaximumHeight(listHeight);
    auto* body = new QWidget(m_stack);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_tabs, 1);
    m_stack->addWidget(empty);
    m_stack->addWidget(body);
    return m_stack;
}

QWidget* FabricsPage::makeFigures() {
    auto* left = new QWidget(m_tabs);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                                   bridge::space::s);
    leftLayout->addWidget(m_form);
    leftLayout->addStretch();
    auto* right = new QWidget(m_tabs);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                                    bridge::space::s);
    rightLayout->addLayout(m_issues);
    rightLayout->addWidget(m_facts);
    rightLayout->addStretch();
    auto* holder = new QWidget(m_tabs);
    auto* layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* form = scrolled(left, holder);
    form->setMinimumWidth(formWidth);
    layout->addWidget(form, 1);
    layout->addWidget(scrolled(right, holder), 1);
    return holder;
}

void FabricsPage::connectModel() {
    const auto& session = m_context.session;
    connect(&session, &bridge::ProjectSession::changed, this, &FabricsPage::refresh);
    connect(&session, &bridge::ProjectSession::replaced, this, &FabricsPage::refresh);
    connect(&m_context.twin, &bridge::TwinFeed::resultReady, this, &FabricsPage::refresh);
    connect(&m_context.theme, &bridge::Theme::changed, this, &FabricsPage::refresh);
    connect(&m_study, &bridge::NetworkStudy::questionChanged, this, &FabricsPage::refresh);
    connect(&m_study, &bridge::NetworkStudy::answerChanged, this, &FabricsPage::refresh);
    // Later: the list is filled anew by what follows, and must not be while it handles a click.
    connect(
        m_list, &QTreeWidget::currentItemChanged, this,
        [this] {
            const int row = m_list->currentRow();
            if (row >= 0) m_study.setFabric(m_ids[static_cast<std::size_t>(row)]);
        },
        Qt::QueuedConnection);
    connect(m_form, &FabricForm::edited, this, [this](const Fabric& fabric) {
        if (!m_context.session.apply(edit::SetFabric{fabric})) refreshChosen();
    });
}

void FabricsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_study.watch(true);
    refresh();
}

void FabricsPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_study.watch(false);
}

/// The study's fabric; where it has none, that of its answer or the first one.
std::optional<FabricId> FabricsPage::chosen() const {
    const Project& project = m_context.session.project();
    if (m_study.fabric() && project.fabrics.contains(*m_study.fabric())) return m_study.fabric();
    for (const Fabric& fabric : project.fabrics)
        if (fabric.purpose == FabricPurpose::Compute) return fabric.id;
    if (project.fabrics.empty()) return std::nullopt;
    return project.fabrics.begin()->id;
}

std::optional<std::size_t> FabricsPage::planned(FabricId fabric) const {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result == nullptr || result->network == nullptr) return std::nullopt;
    const auto& plans = result->network->fabrics;
    for (std::size_t n = 0; n < plans.size(); ++n)
        if (plans[n].fabric.id == fabric) return n;
    return std::nullopt;
}

void FabricsPage::refresh() {
    if (!isVisible()) return;
    refreshList();
    refreshChosen();
}

void FabricsPage::refreshList() {
    m_ids.clear();
    std::vector<PlainRow> rows;
    for (const Fabric& fabric : m_context.session.project().fabrics) {
        m_ids.push_back(fabric.id);
        PlainRow row{
            {QString::fromStdString(fabric.name), choice(fabric.purpose), choice(fabric.topology)},
            {},
            {},
            {}};
        if (const auto n = planned(fabric.id)) {
            const net::NetworkPlan& network = *m_context.twin.latest()->network;
            const net::FabricFigures& figures = network.figures[*n];
            row.cells << formatCount(static_cast<double>(figures.hosts))
                      << formatCount(figures.switches)
                      << formatCount(static_cast<double>(figures.links))
                      << bridge::formatPower(figures.switchMaximum + figures.modules)
                      << bridge::formatMoney(figures.switchPrice + figures.cablePrice);
            row.icon = issueIcon(network.fabrics[*n].issues, m_context.theme);
            row.tip = issueTip(network.fabrics[*n].issues);
        }
        rows.push_back(std::move(row));
    }
    m_list->setRows(rows);
    const QSignalBlocker quiet(m_list);
    const auto at = std::find(m_ids.begin(), m_ids.end(), chosen().value_or(FabricId{}));
    m_list->setCurrentRow(at == m_ids.end() ? -1 : static_cast<int>(at - m_ids.begin()));
    m_stack->setCurrentIndex(rows.empty() ? 0 : 1);
    m_duplicate->setEnabled(!rows.empty());
    m_remove->setEnabled(!rows.empty());
}

void FabricsPage::refreshChosen() {
    const auto id = chosen();
    const Project& project = m_context.session.project();
    const Fabric* fabric = id ? project.fabrics.find(*id) : nullptr;
    if (fabric == nullptr) return;
    m_form->setFabric(*fabric, project, m_context.session.catalog());
    m_changes->setFabric(fabric->id);
    m_tabs->setTabText(1, m_changes->count() == 0
                              ? tr("Changes by hand")
                              : tr("Changes by hand (%1)").arg(m_changes->count()));
    const auto n = planned(fabric->id);
    if (!n) {
        m_facts->setFigures({});
        return showIssues({});
    }
    const net::NetworkPlan& network = *m_context.twin.latest()->network;
    m_facts->setFigures(
        fabricFacts(network.fabrics[*n], network.figures[*n], m_context.session.catalog()));
    showIssues(network.fabrics[*n].issues);
}

void FabricsPage::showIssues(const std::vector<Issue>& issues) {
    m_form->setIssues(issues);
    if (issues == m_shownIssues) return;
    m_shownIssues = issues;
    while (QLayoutItem* item = m_issues->takeAt(0)) {
        if (item->widget() != nullptr) item->widget()->deleteLater();
        delete item;
    }
    for (const Issue& issue : issues)
        addIssueRow(issue);
}

void FabricsPage::addIssueRow(const Issue& issue) {
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("fabric.issue"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, bridge::space::s);
    auto* mark = new QLabel(row);
    mark->setPixmap(issueIcon({issue}, m_context.theme).pixmap(bridge::space::m, bridge::space::m));
    auto* text = new QLabel(
        bridge::issueTitle(issue) + QStringLiteral(".\n") + bridge::issueFix(issue) + u'.', row);
    text->setWordWrap(true);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    const auto id = chosen();
    const auto n = id ? planned(*id) : std::nullopt;
    if (n) {
        const net::FabricPlan& plan = m_context.twin.latest()->network->fabrics[*n];
        if (const auto fix = fabricFix(issue, plan, m_context.session.catalog())) {
            auto* button = new QPushButton(fix->text, row);
            button->setObjectName(QStringLiteral("fabric.fix"));
            connect(button, &QPushButton::clicked, this,
                    [this, edit = fix->edit] { m_context.session.apply(edit); });
            layout->addWidget(button, 0, Qt::AlignTop);
        }
    }
    m_issues->addWidget(row);
}

void FabricsPage::addFabric(FabricPurpose purpose) {
    const Project& project = m_context.session.project();
    const FabricId id = project.fabrics.nextId();
    const Fabric fabric = net::defaultFabric(project, m_context.session.catalog(), purpose);
    if (m_context.session.apply(edit::SetFabric{fabric})) m_study.setFabric(id);
}

void FabricsPage::duplicateFabric() {
    const Project& project = m_context.session.project();
    const auto id = chosen();
    if (!id) return;
    Fabric copy = *project.fabrics.find(*id);
    std::vector<FabricEdit> edits = net::editsOf(project, copy);
    copy.name = net::freeFabricName(project, copy.name);
    const FabricId copyId = project.fabrics.nextId();
    copy.id = {};
    // One undo step for the fabric and its changes by hand.
    const std::string key = "duplicate fabric " + std::to_string(copyId.value);
    if (!m_context.session.apply(edit::SetFabric{copy}, key)) return;
    for (FabricEdit& edit : edits)
        edit.fabric = copyId;
    if (!edits.empty()) m_context.session.apply(edit::AddFabricEdits{std::move(edits)}, key);
    m_study.setFabric(copyId);
}

void FabricsPage::removeFabric() {
    if (const auto id = chosen()) m_context.session.apply(edit::RemoveFabric{*id});
}

void FabricsPage::showChanges() {
    m_tabs->setCurrentWidget(m_changes);
}

}  // namespace halltwin::views::network
