// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/charts/event_curves.h"
#include "views/charts/time_scale.h"

#include <QChartView>
#include <QString>
#include <vector>

class QValueAxis;

namespace halltwin::views::charts {

/// Something that happens, as a line across the chart with a text under the pointer.
struct EventMark {
    double atS = 0.0;
    QString text;
    bool isBad = false;  ///< something failed, tripped or went dark
};

/// Power, battery charge and what happens over the time of an event: a scale for power at the left,
/// one for charge at the right, time from milliseconds to hours below, a key with the values at the
/// cursor above. A click or drag moves the cursor.
class EventChart : public QChartView {
    Q_OBJECT

public:
    explicit EventChart(bridge::Theme& theme, QWidget* parent = nullptr);

    /// Keeps the cursor.
    void setCurves(EventCurves curves, std::vector<EventMark> marks);
    [[nodiscard]] const EventCurves& curves() const { return m_curves; }
    void setCursorTime(double timeS);
    [[nodiscard]] double cursorTime() const { return m_cursorS; }
    [[nodiscard]] const TimeScale& scale() const { return m_scale; }
    /// Where time runs, in the widget.
    [[nodiscard]] QRectF plotArea() const;
    /// What happens near a place, a line each; empty: nothing does.
    [[nodiscard]] QString textAt(const QPointF& position) const;

signals:
    void timePicked(double timeS);
    void plotMoved();  ///< the area in which time runs is another

protected:
    void drawBackground(QPainter* painter, const QRectF& area) override;
    void drawForeground(QPainter* painter, const QRectF& area) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct KeyEntry {
        QRectF box;
        QString name;
        QString value;
        CurveKind kind;
    };

    void rebuild();
    void addSeries(const EventCurve& curve);
    void placePlot();
    void restyle();
    void pick(double x);
    void drawGrid(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawKey(QPainter& painter) const;
    [[nodiscard]] std::vector<KeyEntry> keyEntries() const;
    [[nodiscard]] double xOf(double timeS) const;
    [[nodiscard]] QPen penOf(CurveKind kind) const;
    [[nodiscard]] bool hasShares() const;

    bridge::Theme& m_theme;
    EventCurves m_curves;
    std::vector<EventMark> m_marks;
    TimeScale m_scale;
    double m_cursorS = 0.0;
    double m_unitW = 1000.0;  ///< of the power scale
    double m_topUnits = 1.0;  ///< upper end of it
    QValueAxis* m_time;
    QValueAxis* m_power;
    QValueAxis* m_share;
};

}  // namespace halltwin::views::charts
