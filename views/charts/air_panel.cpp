// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/air_panel.h"

#include "model/thermal/air_class.h"
#include "model/twin/room_figures.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/charts/figure_row.h"
#include "views/charts/rack_ranking.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace halltwin::views::charts {

namespace {

constexpr int refreshMilliseconds = 100;

QLabel* headingOf(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    return label;
}

std::vector<LimitLine> limitsAt(Length altitude) {
    std::vector<LimitLine> limits{
        {AirPanel::tr("recommended"), thermal::IntakeLimits{}.recommendedHigh.in(celsius)}};
    using thermal::AirClass;
    for (const AirClass each : {AirClass::A1, AirClass::A2, AirClass::A3, AirClass::A4}) {
        const std::string_view name = thermal::nameOf(each);
        limits.push_back(
            {AirPanel::tr("allowable %1")
                 .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))),
             thermal::allowable(each, altitude).high.in(celsius)});
    }
    return limits;
}

}  // namespace

AirPanel::AirPanel(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_hall(new QComboBox(this)),
      m_empty(new QLabel(tr("No hall has both a rack and a cooler that move air"), this)),
      m_ranking(new RackRanking(context.theme, this)) {
    setObjectName(QStringLiteral("chart.air"));
    m_hall->setObjectName(QStringLiteral("air.hall"));
    m_hall->setAccessibleName(tr("Hall"));
    m_empty->setProperty("muted", true);
    m_empty->setContentsMargins(bridge::space::m, 0, 0, 0);
    m_ranking->setObjectName(QStringLiteral("air.ranking"));

    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeFigures());
    splitter->addWidget(makeRanking());
    splitter->setSizes({520, 800});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    m_wait.setSingleShot(true);
    m_wait.setInterval(refreshMilliseconds);
    connect(&m_wait, &QTimer::timeout, this, &AirPanel::refresh);
    connect(&context.twin, &bridge::TwinFeed::resultReady, this, &AirPanel::onResult);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &AirPanel::refresh);
    connect(m_hall, &QComboBox::currentIndexChanged, this, [this] {
        m_shown = HallId{m_hall->currentData().toLongLong()};
        refresh();
    });
    connect(m_ranking, &RackRanking::rackClicked, this,
            [this](ItemId rack) { m_context.selection.setItems({rack}); });
    refresh();
}

QWidget* AirPanel::makeFigures() {
    auto* figures = new QWidget(this);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(bridge::space::m, 0, bridge::space::s, 0);
    top->addWidget(headingOf(tr("Air management"), figures));
    top->addStretch();
    top->addWidget(m_hall);
    auto* rows = new QWidget;
    m_list = new QVBoxLayout(rows);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    m_list->addWidget(m_empty);
    m_list->addStretch();
    auto* scroll = new QScrollArea(figures);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(rows);
    auto* left = new QVBoxLayout(figures);
    left->setContentsMargins(0, bridge::space::s, 0, 0);
    left->setSpacing(bridge::space::xs);
    left->addLayout(top);
    left->addWidget(scroll, 1);
    return figures;
}

QWidget* AirPanel::makeRanking() {
    auto* ranked = new QWidget(this);
    auto* right = new QVBoxLayout(ranked);
    right->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::s, 0);
    right->setSpacing(bridge::space::xs);
    right->addWidget(headingOf(tr("Racks by warmest intake: pale to the mean, full to the "
                                  "warmest cell"),
                               ranked));
    right->addWidget(m_ranking, 1);
    return ranked;
}

void AirPanel::onResult() {
    if (isVisible() && !m_wait.isActive()) m_wait.start();  // showEvent catches up
}

void AirPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void AirPanel::refresh() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    const auto& project = m_context.twin.latestProject();
    if (result == nullptr || project == nullptr) {
        m_hall->hide();
        showFigures(nullptr);
        m_ranking->setRacks({}, {});
        return;
    }
    showHalls(*result, *project);
    const twin::RoomAnswer* room = result->room(m_shown);
    showFigures(room);
    showRanking(room, *project);
}

void AirPanel::showHalls(const twin::TwinResult& result, const Project& project) {
    const QSignalBlocker quiet(m_hall);
    m_hall->clear();
    for (const twin::RoomAnswer& room : result.rooms) {
        const Hall* hall = project.halls.find(room.hall);
        if (hall == nullptr || room.air.racks.empty()) continue;
        m_hall->addItem(QString::fromStdString(hall->name),
                        QVariant::fromValue(static_cast<qlonglong>(hall->id.value)));
    }
    const int at = m_hall->findData(QVariant::fromValue(static_cast<qlonglong>(m_shown.value)));
    m_hall->setCurrentIndex(at >= 0 ? at : 0);
    if (m_hall->count() > 0) m_shown = HallId{m_hall->currentData().toLongLong()};
    m_hall->setVisible(m_hall->count() > 1);
}

void AirPanel::showFigures(const twin::RoomAnswer* room) {
    const std::vector<twin::RoomFigure> figures =
        room == nullptr ? std::vector<twin::RoomFigure>{} : twin::roomFigures(*room);
    while (m_rows.size() < figures.size()) {
        auto* row = new FigureRow(m_context.theme, this);
        row->setObjectName(QStringLiteral("air.") +
                           QString::fromStdString(figures[m_rows.size()].derivation.key));
        connect(row, &FigureRow::clicked, this,
                [this, row] { emit explained(row->figure().derivation, *row); });
        m_list->insertWidget(m_list->count() - 1, row);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < figures.size());
        if (i < figures.size()) m_rows[i]->setFigure(figures[i]);
    }
    m_empty->setVisible(figures.empty());
}

void AirPanel::showRanking(const twin::RoomAnswer* room, const Project& project) {
    std::vector<RankedRack> racks;
    if (room != nullptr) {
        for (const thermal::RackResult& rack : room->air.racks) {
            const Item* item = project.items.find(rack.id);
            racks.push_back({rack.id, item ? QString::fromStdString(item->label) : QString(),
                             rack.intakeMean.in(celsius), rack.intakeMax.in(celsius)});
        }
    }
    m_ranking->setRacks(std::move(racks), limitsAt(project.site.altitude));
}

}  // namespace halltwin::views::charts
