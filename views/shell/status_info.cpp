// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/status_info.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"

#include <QLabel>
#include <QStatusBar>
#include <algorithm>

namespace halltwin::views::shell {

namespace {

QLabel* addLabel(QStatusBar& bar, const char* objectName) {
    auto* label = new QLabel(&bar);
    label->setObjectName(QLatin1String(objectName));
    label->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    bar.addPermanentWidget(label);
    return label;
}

QString stageName(thermal::Stage stage) {
    switch (stage) {
        case thermal::Stage::Preview: return StatusInfo::tr("Preview");
        case thermal::Stage::Coarse: return StatusInfo::tr("Coarse");
        case thermal::Stage::Fine: return StatusInfo::tr("Fine");
    }
    return {};
}

QString gridText(const twin::TwinResult& result) {
    std::size_t cells = 0;
    for (const twin::RoomAnswer& room : result.rooms)
        cells += room.air.grid.cellCount();
    if (cells == 0) return StatusInfo::tr("no room air");
    return StatusInfo::tr("%1 cells").arg(bridge::formatNumber(static_cast<double>(cells), 0));
}

QString stageText(const twin::TwinResult& result) {
    if (result.rooms.empty()) return StatusInfo::tr("Solved");
    bool converged = true;
    thermal::Stage stage = thermal::Stage::Fine;
    for (const twin::RoomAnswer& room : result.rooms) {
        converged = converged && room.air.converged;
        stage = std::min(stage, room.air.stage);
    }
    return converged ? StatusInfo::tr("%1, converged").arg(stageName(stage))
                     : StatusInfo::tr("%1, not converged").arg(stageName(stage));
}

}  // namespace

StatusInfo::StatusInfo(const bridge::ViewContext& context, QStatusBar& bar)
    : QObject(&bar),
      m_context(context),
      m_cursor(addLabel(bar, "status.cursor")),
      m_books(addLabel(bar, "status.books")),
      m_grid(addLabel(bar, "status.grid")),
      m_stage(addLabel(bar, "status.stage")) {
    m_books->setToolTip(
        tr("Largest relative gap in the ledgers of air, heat, power, cost and carbon"));
    m_grid->setToolTip(tr("Cells of the air model in all rooms"));
    m_stage->setToolTip(tr("How far the figures on screen have been worked out"));
    auto& twin = context.twin;
    connect(&twin, &bridge::TwinFeed::resultReady, this, &StatusInfo::refresh);
    connect(&twin, &bridge::TwinFeed::started, this,
            [this] { m_stage->setText(tr("Calculating…")); });
    connect(&twin, &bridge::TwinFeed::failed, this, [this, &bar](const Error& error) {
        m_stage->setText(tr("No result"));
        m_stage->setToolTip(bridge::errorText(error));
        bar.showMessage(bridge::errorText(error));
    });
    connect(&context.session, &bridge::ProjectSession::replaced, this, &StatusInfo::refresh);
    refresh();
}

void StatusInfo::setCursorText(const QString& text) {
    m_cursor->setText(text);
}

void StatusInfo::refresh() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    m_books->setVisible(result != nullptr);
    m_grid->setVisible(result != nullptr);
    if (result == nullptr) {
        m_stage->setText(m_context.twin.isRunning() ? tr("Calculating…") : tr("Ready"));
        return;
    }
    m_grid->setText(gridText(*result));
    const double worst = 100.0 * result->books.worst();
    m_books->setText(worst < 0.001
                         ? tr("Books close within 0.001 %")
                         : tr("Books close within %1 %").arg(bridge::formatSignificant(worst, 2)));
    m_stage->setText(m_context.twin.isRunning() ? tr("Calculating…") : stageText(*result));
}

}  // namespace halltwin::views::shell
