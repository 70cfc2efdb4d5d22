// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/status_info.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/shell/air_status.h"

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

/// The ledgers beyond the air, which tells its own.
double worstLedger(const twin::Books& books) {
    return std::max({books.power, books.heat, books.cost, books.carbon});
}

}  // namespace

StatusInfo::StatusInfo(const bridge::ViewContext& context, QStatusBar& bar)
    : QObject(&bar),
      m_context(context),
      m_cursor(addLabel(bar, "status.cursor")),
      m_books(addLabel(bar, "status.books")),
      m_moment(addLabel(bar, "status.moment")),
      m_air(new AirStatus(context, &bar)) {
    bar.addPermanentWidget(m_air);
    m_moment->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    m_moment->setToolTip(tr("The plan shows a moment of a transient, all figures the steady air"));
    m_moment->hide();
    m_books->setToolTip(tr("Largest relative gap in the ledgers of heat, power, cost and carbon"));
    auto& twin = context.twin;
    connect(&twin, &bridge::TwinFeed::resultReady, this, &StatusInfo::refresh);
    connect(&twin, &bridge::TwinFeed::failed, this,
            [&bar](const Error& error) { bar.showMessage(bridge::errorText(error)); });
    connect(&context.session, &bridge::ProjectSession::replaced, this, &StatusInfo::refresh);
    refresh();
}

void StatusInfo::setCursorText(const QString& text) {
    m_cursor->setText(text);
}

void StatusInfo::setMomentText(const QString& text) {
    m_moment->setText(text);
    m_moment->setVisible(!text.isEmpty());
    m_air->setVisible(text.isEmpty());
}

void StatusInfo::refresh() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    m_books->setVisible(result != nullptr);
    if (result == nullptr) return;
    const double worst = 100.0 * worstLedger(result->books);
    m_books->setText(
        worst < 0.001 ? tr("Ledgers close within 0.001 %")
                      : tr("Ledgers close within %1 %").arg(bridge::formatSignificant(worst, 2)));
}

}  // namespace halltwin::views::shell
