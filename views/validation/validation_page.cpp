// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/validation/validation_page.h"

#include "model/validation/cases.h"
#include "model/validation/results_file.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/validation/case_model.h"
#include "views/validation/case_runner.h"
#include "views/validation/figure_model.h"
#include "views/validation/plot_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace halltwin::views::validation {

using halltwin::validation::Case;
using halltwin::validation::CaseResult;
using halltwin::validation::cases;
using halltwin::validation::Effort;
using halltwin::validation::Profile;

namespace {

constexpr int listWidth = 304;
constexpr int progressWidth = 160;
constexpr int progressSteps = 1000;

QString fromModel(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QLabel* wordsIn(QWidget* parent, const char* name, bool isMuted) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setProperty("muted", isMuted);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

ValidationPage::ValidationPage(const bridge::Theme& theme, QWidget* parent)
    : QDialog(parent),
      m_theme(theme),
      m_cases(new CaseModel(theme, this)),
      m_figures(new FigureModel(theme, this)),
      m_runner(new CaseRunner(this)) {
    setObjectName(QStringLiteral("validationPage"));
    setWindowTitle(tr("Validation"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeCases());
    layout->addWidget(makeDetails(), 1);
    resize(1120, 800);
    connectRunner();
    loadShipped();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ValidationPage::showCase);
    m_list->setCurrentIndex(m_cases->index(0));
    showRunning();
}

void ValidationPage::loadShipped() {
    const auto shipped = halltwin::validation::shippedResults();
    if (!shipped) {
        m_shipped = bridge::errorText(shipped.error());
    } else {
        m_shipped =
            tr("HallTwin %1, %2").arg(fromModel(shipped->version), fromModel(shipped->date));
        for (const CaseResult& result : shipped->cases)
            m_cases->setResult(result, false);
    }
    showSummary();
}

QWidget* ValidationPage::makeCases() {
    auto* side = new QWidget(this);
    side->setObjectName(QStringLiteral("panel"));
    side->setFixedWidth(listWidth);
    m_summary = wordsIn(side, "validation.summary", true);
    m_list = new QListView(side);
    m_list->setObjectName(QStringLiteral("validation.cases"));
    m_list->setAccessibleName(tr("Published cases"));
    m_list->setModel(m_cases);
    m_list->setWordWrap(true);
    m_list->setIconSize({20, 20});
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(bridge::space::s, bridge::space::m, 0, bridge::space::s);
    layout->setSpacing(bridge::space::s);
    m_summary->setContentsMargins(bridge::space::s, 0, bridge::space::s, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    return side;
}

QWidget* ValidationPage::makeDetails() {
    auto* details = new QWidget(this);
    m_title = wordsIn(details, "validation.title", false);
    m_title->setFont(bridge::Theme::font(bridge::TextStyle::Title));
    m_state = wordsIn(details, "validation.state", false);
    m_state->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    m_checks = wordsIn(details, "validation.checks", false);
    m_source = wordsIn(details, "validation.source", true);
    m_origin = wordsIn(details, "validation.origin", true);
    m_profile = new QComboBox(details);
    m_profile->setObjectName(QStringLiteral("validation.profile"));
    m_profile->setAccessibleName(tr("Plot"));
    m_plot = new PlotView(m_theme, details);
    m_plot->setObjectName(QStringLiteral("validation.plot"));
    m_table = new QTreeView(details);
    m_table->setObjectName(QStringLiteral("validation.figures"));
    m_table->setAccessibleName(tr("Figures beside the published ones"));
    m_table->setModel(m_figures);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    connect(m_profile, &QComboBox::currentIndexChanged, this, &ValidationPage::showProfiles);

    auto* split = new QSplitter(Qt::Vertical, details);
    split->addWidget(m_plot);
    split->addWidget(m_table);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(details);
    layout->setContentsMargins(bridge::space::l, bridge::space::m, bridge::space::m,
                               bridge::space::m);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(m_title);
    layout->addWidget(m_checks);
    layout->addWidget(m_state);
    layout->addWidget(m_profile, 0, Qt::AlignLeft);
    layout->addWidget(split, 1);
    layout->addWidget(m_source);
    layout->addWidget(m_origin);
    layout->addLayout(makeRunBar());
    return details;
}

QHBoxLayout* ValidationPage::makeRunBar() {
    m_run = new QPushButton(tr("Run again"), this);
    m_run->setObjectName(QStringLiteral("validation.run"));
    m_run->setAutoDefault(false);
    m_run->setToolTip(tr("Calculate this case now, on the same grid"));
    m_quick = new QPushButton(tr("Run on a coarse grid"), this);
    m_quick->setObjectName(QStringLiteral("validation.quick"));
    m_quick->setAutoDefault(false);
    m_quick->setToolTip(tr("A quicker look, whose figures are not the best that the program does"));
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("validation.cancel"));
    m_cancel->setAutoDefault(false);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("validation.progress"));
    m_progress->setFixedWidth(progressWidth);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the case"));
    m_doing = new QLabel(this);
    m_doing->setObjectName(QStringLiteral("validation.doing"));
    m_doing->setProperty("muted", true);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(bridge::space::s);
    bar->addWidget(m_run);
    bar->addWidget(m_quick);
    bar->addWidget(m_progress);
    bar->addWidget(m_cancel);
    bar->addWidget(m_doing, 1);
    return bar;
}

void ValidationPage::connectRunner() {
    connect(m_run, &QPushButton::clicked, this, [this] { start(Effort::Full); });
    connect(m_quick, &QPushButton::clicked, this, [this] { start(Effort::Quick); });
    connect(m_cancel, &QPushButton::clicked, m_runner, &CaseRunner::cancel);
    connect(m_runner, &CaseRunner::runningChanged, this, &ValidationPage::showRunning);
    connect(m_runner, &CaseRunner::progressed, this, [this](double share, const QString& what) {
        // Rooms do not know how far they are: the bar then only says that something happens.
        m_progress->setRange(0, share > 0.0 ? progressSteps : 0);
        m_progress->setValue(static_cast<int>(share * progressSteps));
        m_doing->setText(what);
    });
    connect(m_runner, &CaseRunner::finished, this, &ValidationPage::takeResult);
    connect(m_runner, &CaseRunner::failed, this, &ValidationPage::takeError);
}

const Case& ValidationPage::current() const {
    const int row = m_list->currentIndex().row();
    return cases()[static_cast<std::size_t>(row < 0 ? 0 : row)];
}

void ValidationPage::showCase() {
    const Case& one = current();
    const KnownResult* known = m_cases->known(one);
    m_title->setText(fromModel(one.title));
    m_checks->setText(fromModel(one.checks));
    m_source->setText(tr("Source: %1.").arg(fromModel(one.source)));
    m_state->setText(stateText(known));
    m_figures->setRows(known == nullptr ? std::vector<halltwin::validation::Row>()
                                        : known->result.rows);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(FigureModel::Quantity, QHeaderView::Stretch);
    for (int column = FigureModel::Grid; column < FigureModel::ColumnCount; ++column)
        m_table->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_profile->clear();
    if (known != nullptr)
        for (const Profile& profile : known->result.profiles)
            m_profile->addItem(fromModel(profile.title));
    m_profile->setVisible(m_profile->count() > 1);
    showProfiles();
    showOrigin();
    showRunning();
}

void ValidationPage::showProfiles() {
    const KnownResult* known = m_cases->known(current());
    const int index = m_profile->currentIndex();
    if (known == nullptr || index < 0) {
        m_plot->setProfile({});
    } else {
        m_plot->setProfile(known->result.profiles[static_cast<std::size_t>(index)]);
    }
}

void ValidationPage::showOrigin() {
    const KnownResult* known = m_cases->known(current());
    if (known == nullptr) {
        m_origin->setText(m_shipped);
        return;
    }
    const CaseResult& result = known->result;
    const QString grid = result.effort == Effort::Quick ? tr(", coarse grid") : QString();
    m_origin->setText(tr("Calculated %1: %2 cells, %3 of processor time%4.")
                          .arg(known->isNew ? tr("just now") : tr("by %1").arg(m_shipped),
                               bridge::formatNumber(static_cast<double>(result.cells), 0),
                               bridge::formatWithUnit(result.processorS, 1, tr("s")), grid));
}

void ValidationPage::showRunning() {
    const bool isRunning = m_runner->isRunning();
    m_run->setEnabled(!isRunning);
    m_quick->setEnabled(!isRunning);
    m_quick->setVisible(halltwin::validation::hasQuickEffort(current()));
    m_cancel->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    if (!isRunning) m_doing->clear();
}

void ValidationPage::showSummary() {
    m_summary->setText(tr("The room-air engine beside what others published or measured. %1 of %2 "
                          "cases meet every tolerance.")
                           .arg(m_cases->metCount())
                           .arg(m_cases->rowCount()));
}

void ValidationPage::takeResult(const CaseResult& result) {
    m_cases->setResult(result, true);
    showSummary();
    if (current().id == result.id) showCase();
}

void ValidationPage::takeError(const Error& error) {
    m_origin->setText(bridge::errorText(error));
}

void ValidationPage::start(Effort effort) {
    m_progress->setRange(0, 0);
    m_runner->start(current(), effort);
    m_doing->setText(fromModel(current().title));
}

}  // namespace halltwin::views::validation
