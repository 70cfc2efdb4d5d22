// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/event_panel.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/charts/event_chart.h"
#include "views/charts/event_list.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace halltwin::views::charts {

namespace {

constexpr int sliderSteps = 2000;
constexpr int rowHeight = 22;
constexpr int halfHandle = 7;  ///< of the slider, which stands over the ends of its groove

/// Where the cursor stands on the axis, in steps of the slider.
int stepOf(const TimeScale& scale, double timeS) {
    return static_cast<int>(scale.shareOf(timeS) * sliderSteps + 0.5);
}

}  // namespace

EventPanel::EventPanel(const bridge::ViewContext& context, bridge::WhatIf& trial, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_trial(trial),
      m_pages(new QStackedWidget(this)),
      m_chart(new EventChart(context.theme, this)),
      m_model(new EventListModel(context.theme, this)),
      m_list(new QTableView(this)),
      m_title(new QLabel(this)),
      m_description(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_time(new QLabel(this)) {
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(makeTrialPage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(&trial, &bridge::WhatIf::changed, this, &EventPanel::refresh);
    connect(&context.selection, &bridge::Selection::changed, this, [this] {
        if (isVisible()) refreshCurves();
    });
    connect(m_chart, &EventChart::timePicked, this, &EventPanel::pickTime);
    connect(m_chart, &EventChart::plotMoved, this, &EventPanel::placeSlider);
    connect(m_list, &QTableView::clicked, this, &EventPanel::pickRow);
    connect(m_list, &QTableView::activated, this, &EventPanel::pickRow);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        pickTime(m_chart->scale().timeAt(static_cast<double>(value) / sliderSteps));
    });
}

QWidget* EventPanel::makeEmptyPage() {
    auto* page = new QWidget(this);
    auto* hint = new QLabel(tr("Play an event, or trip elements of the power diagram: what "
                               "happens to supply, batteries and generators over time appears "
                               "here. The project stays as it is."),
                            page);
    hint->setObjectName(QStringLiteral("event.hint"));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    hint->setProperty("muted", true);
    auto* choose = new QPushButton(tr("Play an event…"), page);
    choose->setObjectName(QStringLiteral("event.choose"));
    connect(choose, &QPushButton::clicked, this, &EventPanel::eventWanted);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(bridge::space::xl, bridge::space::m, bridge::space::xl,
                               bridge::space::m);
    layout->addStretch();
    layout->addWidget(hint);
    layout->addWidget(choose, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

QWidget* EventPanel::makeTrialPage() {
    auto* page = new QWidget(this);
    m_title->setObjectName(QStringLiteral("event.title"));
    m_title->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    m_description->setObjectName(QStringLiteral("event.description"));
    m_description->setProperty("muted", true);
    m_description->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(bridge::space::s, 0, 0, 0);
    top->setSpacing(bridge::space::m);
    top->addWidget(m_title);
    top->addWidget(m_description, 1);
    top->addWidget(m_time);
    top->addSpacing(bridge::space::m);
    auto* left = new QWidget(page);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(bridge::space::s, bridge::space::s, 0, bridge::space::xs);
    leftLayout->setSpacing(bridge::space::xs);
    leftLayout->addLayout(top);
    leftLayout->addWidget(m_chart, 1);
    leftLayout->addWidget(makeControls());
    m_list->setObjectName(QStringLiteral("event.list"));
    m_list->setAccessibleName(tr("What happens, in order"));
    m_list->setModel(m_model);
    m_list->setStyleSheet(QStringLiteral("QTableView::item { padding: 0 8px; border: none }"));
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView* header = m_list->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const std::pair<int, int> widths[] = {{EventListModel::AtColumn, 66},
                                          {EventListModel::ElementColumn, 132},
                                          {EventListModel::WhatColumn, 126}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
    auto* splitter = new QSplitter(Qt::Horizontal, page);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_list);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({960, 450});
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    return page;
}

QWidget* EventPanel::makeControls() {
    m_sliderRow = new QWidget(this);
    m_slider->setObjectName(QStringLiteral("event.slider"));
    m_slider->setAccessibleName(tr("Moment of the event that is shown"));
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 20);
    m_slider->setSingleStep(sliderSteps / 200);
    m_time->setObjectName(QStringLiteral("event.time"));
    const auto button = [this](const char* name, const QString& text, const QString& tip,
                               int direction) {
        auto* made = new QToolButton(m_sliderRow);
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        connect(made, &QToolButton::clicked, this, [this, direction] { step(direction); });
        return made;
    };
    auto* layout = new QHBoxLayout(m_sliderRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(
        button("event.previous", QStringLiteral("‹"), tr("What happened before"), -1));
    layout->addWidget(button("event.next", QStringLiteral("›"), tr("What happens next"), 1));
    layout->addWidget(m_slider, 1);
    return m_sliderRow;
}

void EventPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void EventPanel::refresh() {
    if (!isVisible()) return;
    m_pages->setCurrentIndex(m_trial.isActive() ? 1 : 0);
    const auto& event = m_trial.event();
    m_title->setText(event ? event->name : tr("Elements tripped by hand"));
    QString note = event ? event->description : tr("All of them fail at once.");
    if (m_trial.isFollowing() && m_trial.outcome() == nullptr)
        note = tr("Following what comes of it…");
    if (m_trial.failure()) note = bridge::errorText(*m_trial.failure());
    m_description->setText(note);
    m_description->setToolTip(note);
    if (m_trial.outcome() != m_drawn) {
        m_drawn = m_trial.outcome();
        m_model->setRows(m_drawn == nullptr
                             ? std::vector<EventRow>()
                             : eventRows(*m_drawn, {[this](ItemId item) { return nameOf(item); },
                                                    [this](ItemId item) { return kindOf(item); }}));
        refreshCurves();
    }
    refreshCursor();
}

void EventPanel::refreshCurves() {
    if (m_drawn == nullptr || m_trial.answer() == nullptr) return m_chart->setCurves({}, {});
    std::vector<EventMark> marks;
    for (const EventRow& row : m_model->rows()) {
        marks.push_back({row.at.in(seconds),
                         QStringLiteral("%1 · %2 · %3")
                             .arg(bridge::formatDuration(row.at), row.element, row.what),
                         row.isBad});
    }
    m_chart->setCurves(eventCurves(m_trial.answer()->chain, *m_drawn, selectedElement()),
                       std::move(marks));
    refreshCursor();
}

double EventPanel::shownS() const {
    return m_trial.moment() ? m_trial.moment()->in(seconds) : m_chart->scale().endS();
}

void EventPanel::refreshCursor() {
    const double timeS = shownS();
    m_chart->setCursorTime(timeS);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(stepOf(m_chart->scale(), timeS));
    }
    m_slider->setEnabled(m_drawn != nullptr);
    m_time->setText(m_trial.moment()
                        ? tr("shown: after %1").arg(bridge::formatDuration(seconds(timeS)))
                        : tr("shown: the end"));
    const int row = m_model->rowAt(seconds(timeS));
    if (m_trial.moment() && row >= 0 && !m_list->hasFocus())
        m_list->scrollTo(m_model->index(row, 0));
}

/// The slider runs as far as the chart does, so that its handle is below the cursor.
void EventPanel::placeSlider() {
    if (m_sliderRow == nullptr) return;
    const QRectF area = m_chart->plotArea();
    const int left = static_cast<int>(area.left());
    const int right = m_chart->width() - static_cast<int>(area.right());
    const int buttons = 2 * (m_sliderRow->sizeHint().height() + bridge::space::xs);
    m_sliderRow->layout()->setContentsMargins(std::max(0, left - buttons - halfHandle), 0,
                                              std::max(0, right - halfHandle), 0);
}

void EventPanel::pickTime(double timeS) {
    if (m_drawn == nullptr) return;
    const bool isEnd = timeS >= m_chart->scale().endS() * (1.0 - 1e-9);
    m_trial.setMoment(isEnd ? std::nullopt : std::optional(seconds(timeS)));
}

/// To the next moment at which something happens.
void EventPanel::step(int direction) {
    const double now = shownS();
    const auto& rows = m_model->rows();
    if (direction > 0) {
        const auto next = std::find_if(rows.begin(), rows.end(), [now](const EventRow& row) {
            return row.at.in(seconds) > now;
        });
        return pickTime(next == rows.end() ? m_chart->scale().endS() : next->at.in(seconds));
    }
    const auto before = std::find_if(rows.rbegin(), rows.rend(), [now](const EventRow& row) {
        return row.at.in(seconds) < now;
    });
    if (before != rows.rend()) pickTime(before->at.in(seconds));
}

void EventPanel::pickRow(const QModelIndex& index) {
    const EventRow& row = m_model->rows()[static_cast<std::size_t>(index.row())];
    const Duration at = row.at;
    m_context.selection.setItems({row.items.begin(), row.items.end()});
    pickTime(at.in(seconds));
}

QString EventPanel::nameOf(ItemId item) const {
    const auto& project = m_context.twin.latestProject();
    const Item* found = project == nullptr ? nullptr : project->items.find(item);
    return found == nullptr ? QString::number(item.value)
                            : bridge::itemTitle(*found, m_context.session.catalog());
}

ItemKind EventPanel::kindOf(ItemId id) const {
    const auto& project = m_context.twin.latestProject();
    const Item* item = project == nullptr ? nullptr : project->items.find(id);
    const CatalogEntry* entry =
        item == nullptr ? nullptr : m_context.session.catalog().find(item->catalogKey);
    return entry == nullptr ? ItemKind::Pdu : entry->kind;
}

std::optional<NamedElement> EventPanel::selectedElement() const {
    for (const ItemId item : m_context.selection.items()) {
        if (m_trial.canTrip(item)) return NamedElement{item, nameOf(item)};
    }
    return std::nullopt;
}

}  // namespace halltwin::views::charts
