// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/air_status.h"

#include "views/bridge/air_state.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/shell/derivation_popup.h"

#include <QPainter>
#include <algorithm>

namespace halltwin::views::shell {

namespace {

constexpr int tickMilliseconds = 500;
constexpr int dotSize = 8;
constexpr int dotGap = 4;  // between the dot and the text

const QString& separator() {
    static const QString text = QStringLiteral(" · ");
    return text;
}

QIcon dotIcon(const QColor& color, qreal scale) {
    QPixmap pixmap(QSize(dotSize + dotGap, dotSize) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(0.5, 0.5, dotSize - 1.0, dotSize - 1.0));
    return QIcon(pixmap);
}

QString paragraph(const QString& name, const QString& text) {
    return QStringLiteral("<p><b>%1</b><br/>%2</p>")
        .arg(name.toHtmlEscaped(), text.toHtmlEscaped());
}

QString stageHelp(thermal::Stage stage) {
    switch (stage) {
        case thermal::Stage::Preview:
            return AirStatus::tr(
                "Potential flow, in a blink. No jets, no buoyancy: it says nothing "
                "about how sure it is.");
        case thermal::Stage::Coarse:
            return AirStatus::tr("Momentum, buoyancy and turbulence on cells of 0.6 m.");
        case thermal::Stage::Fine:
            return AirStatus::tr("Momentum, buoyancy and turbulence on cells of 0.3 m.");
    }
    return {};
}

}  // namespace

AirStatus::AirStatus(const bridge::ViewContext& context, QWidget* parent)
    : QToolButton(parent),
      m_context(context) {
    setObjectName(QStringLiteral("status.air"));
    setFont(bridge::Theme::font(bridge::TextStyle::Small));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({dotSize + dotGap, dotSize});
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    m_tick.setInterval(tickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &AirStatus::refresh);
    connect(this, &QToolButton::clicked, this, &AirStatus::explain);
    auto& twin = context.twin;
    connect(&twin, &bridge::TwinFeed::started, this, [this] {
        m_failed.clear();
        m_tick.start();  // an answer within a tick needs no word
    });
    connect(&twin, &bridge::TwinFeed::failed, this, [this](const Error& error) {
        m_failed = bridge::errorText(error);
        refresh();
    });
    connect(&twin, &bridge::TwinFeed::resultReady, this, &AirStatus::refresh);
    connect(&twin, &bridge::TwinFeed::stageStarted, this, &AirStatus::refresh);
    connect(&twin, &bridge::TwinFeed::settled, this, &AirStatus::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &AirStatus::refresh);
    connect(&context.theme, &bridge::Theme::changed, this, &AirStatus::refreshDot);
    refresh();
}

void AirStatus::refresh() {
    const bridge::TwinFeed& twin = m_context.twin;
    if (!twin.isRunning() && !twin.nextStage()) m_tick.stop();
    if (twin.nextStage() && !m_tick.isActive()) m_tick.start();
    QStringList parts{tr("Air: %1").arg(shownText())};
    const QString coming = comingText();
    if (!coming.isEmpty()) parts << coming;
    const QString text = parts.join(separator());
    if (text != this->text()) {
        setText(text);
        setAccessibleName(text);
        setToolTip(tipText());
    }
    refreshDot();
}

QString AirStatus::shownText() const {
    const bridge::TwinFeed& twin = m_context.twin;
    if (!m_failed.isEmpty()) return tr("no result");
    if (twin.latest() == nullptr) return twin.isRunning() ? tr("calculating…") : tr("–");
    const bridge::AirState air = bridge::airStateOf(*twin.latest());
    if (!air.hasAir) return tr("no room to calculate");
    return bridge::stageName(air.stage) + separator() + bridge::airFigures(air).join(separator());
}

QString AirStatus::comingText() const {
    const bridge::TwinFeed& twin = m_context.twin;
    if (!m_failed.isEmpty() || twin.latest() == nullptr) return {};
    if (twin.isRunning()) return tr("preview…");
    if (const auto next = twin.nextStage()) {
        const int seconds = static_cast<int>(twin.stageSeconds());
        if (seconds < 1) return tr("%1…").arg(bridge::stageName(*next));
        return tr("%1: calculating %2 s").arg(bridge::stageName(*next)).arg(seconds);
    }
    return twin.stageError() ? tr("%1 failed").arg(bridge::stageName(twin.finest())) : QString();
}

QString AirStatus::tipText() const {
    const bridge::TwinFeed& twin = m_context.twin;
    if (!m_failed.isEmpty()) return m_failed;
    if (twin.latest() == nullptr) return tr("Nothing has been calculated yet");
    const bridge::AirState air = bridge::airStateOf(*twin.latest());
    if (!air.hasAir) return tr("No hall holds racks or coolers whose air can be calculated");
    QString tip = paragraph(bridge::stageName(air.stage), stageHelp(air.stage));
    tip += paragraph(tr("%1 m, %2 cells").arg(air.gridM, 0, 'f', 2).arg(air.cells),
                     tr("Width of a cell, and cells of all halls. Nothing smaller is seen."));
    tip += paragraph(tr("mass, heat"),
                     tr("How far the books are from closing: greatest imbalance of a cell by the "
                        "flow of all devices; heat in against heat out."));
    if (air.stage != thermal::Stage::Preview) {
        tip += paragraph(bridge::restText(air),
                         tr("Steady: nothing moves any more. Mean: the flow never rests, and the "
                            "figures are means that stand. Not settled: the limit of effort came "
                            "first; take the figures as unsure."));
        tip += paragraph(tr("± K"), tr("How much the intake of any rack wanders in time. It is not "
                                       "how far the model may be from a real hall."));
    }
    if (const auto& error = twin.stageError())
        tip += paragraph(tr("No finer answer"), bridge::errorText(*error));
    return tip + paragraph(tr("Click"), tr("Method, limits, and what the grid moved most"));
}

void AirStatus::refreshDot() {
    const bridge::ThemeColors& colors = m_context.theme.colors();
    const bridge::TwinFeed& twin = m_context.twin;
    QColor color = colors.textDisabled;
    if (!m_failed.isEmpty()) {
        color = colors.danger;
    } else if (twin.isRunning() || twin.nextStage()) {
        color = colors.accent;
    } else if (twin.latest() != nullptr) {
        const bridge::AirState air = bridge::airStateOf(*twin.latest());
        const bool claims = air.hasAir && air.stage != thermal::Stage::Preview;
        if (twin.stageError() || (claims && !air.converged)) {
            color = colors.warning;
        } else if (claims) {
            color = colors.success;
        }
    }
    setIcon(dotIcon(color, devicePixelRatioF()));
}

void AirStatus::explain() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result == nullptr) return;
    const auto& all = result->derivations;
    const auto at = std::find_if(all.begin(), all.end(), [](const twin::Derivation& derivation) {
        return derivation.key == "air";
    });
    if (at == all.end()) return;
    (new DerivationPopup(*at, m_context.theme, this))->openAbove(*this);
}

}  // namespace halltwin::views::shell
