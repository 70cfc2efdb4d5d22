// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/sankey_view.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace halltwin::views::diagram {

namespace {

constexpr double barWidth = 14.0;
constexpr double nodeGap = 30.0;  ///< holds a node's two lines of text
constexpr double lossRoom = 118.0;
constexpr double rightRoom = 190.0;
constexpr double side = 24.0;
constexpr double topRoom = 52.0;
constexpr double leastBand = 0.75;

QString tr(const char* text) {
    return QCoreApplication::translate("Sankey", text);
}

QString shareText(Power part, Power whole) {
    if (!(whole.si() > 0.0)) return {};
    return part == whole ? QStringLiteral("100 %") : bridge::formatShare(part / whole);
}

/// Bands from left to right, their widths to one scale.
class SankeyPainting {
public:
    SankeyPainting(QPainter& painter, const SankeyContent& content, const QRectF& area,
                   const bridge::Theme& theme)
        : m_painter(painter),
          m_content(content),
          m_nodes(content.chain.nodes),
          m_area(area),
          m_theme(theme) {
        placeNodes();
    }

    void paint() {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintBands();
        paintLosses();
        for (std::size_t node = 0; node < m_nodes.size(); ++node)
            paintNode(node);
        paintUnwired();
        m_painter.setPen(m_theme.colors().textMuted);
        m_painter.setFont(bridge::Theme::font(bridge::TextStyle::Small));
        m_painter.drawText(m_area.adjusted(side, 0, -side, -10.0),
                           Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap,
                           sankeyBooks(m_content));
    }

private:
    [[nodiscard]] int columns() const { return m_nodes.empty() ? 1 : m_nodes.back().column + 1; }

    [[nodiscard]] double columnX(int column) const {
        const double width = m_area.width() - 2.0 * side - rightRoom - barWidth;
        return m_area.left() + side + width * column / std::max(1, columns() - 1);
    }

    void placeNodes() {
        std::vector<std::vector<std::size_t>> byColumn(static_cast<std::size_t>(columns()));
        for (std::size_t node = 0; node < m_nodes.size(); ++node)
            byColumn[static_cast<std::size_t>(m_nodes[node].column)].push_back(node);
        const double height = m_area.height() - topRoom - lossRoom;
        m_scale = 1e30;
        for (const auto& column : byColumn) {
            Power sum;
            for (const std::size_t node : column)
                sum += m_nodes[node].input;
            const double room = height - nodeGap * static_cast<double>(column.size());
            if (sum.si() > 0.0) m_scale = std::min(m_scale, std::max(room, 20.0) / sum.si());
        }
        m_top.resize(m_nodes.size());
        m_outgoing.resize(m_nodes.size());
        m_incoming.resize(m_nodes.size());
        for (auto& column : byColumn) {
            std::stable_sort(column.begin(), column.end(), [this](std::size_t a, std::size_t b) {
                return m_nodes[a].input > m_nodes[b].input;
            });
            double y = m_area.top() + topRoom;
            for (const std::size_t node : column) {
                m_top[node] = y;
                y += std::max(leastBand, m_nodes[node].input.si() * m_scale) + nodeGap;
            }
        }
        for (std::size_t node = 0; node < m_nodes.size(); ++node)
            m_outgoing[node] = m_incoming[node] = m_top[node];
    }

    void paintBands() {
        auto bands = m_content.chain.bands;
        std::stable_sort(bands.begin(), bands.end(), [this](const auto& a, const auto& b) {
            return m_top[a.to] < m_top[b.to];
        });
        for (const power::SankeyBand& band : bands) {
            const double width = std::max(leastBand, band.power.si() * m_scale);
            const QPointF start(columnX(m_nodes[band.from].column) + barWidth,
                                m_outgoing[band.from]);
            const QPointF end(columnX(m_nodes[band.to].column), m_incoming[band.to]);
            m_outgoing[band.from] += width;
            m_incoming[band.to] += width;
            const QPointF bend(0.5 * (end.x() - start.x()), 0.0);
            const QPointF down(0.0, width);
            QPainterPath path(start);
            path.cubicTo(start + bend, end - bend, end);
            path.lineTo(end + down);
            path.cubicTo(end + down - bend, start + down + bend, start + down);
            path.closeSubpath();
            QColor color = m_theme.kindColor(m_nodes[band.to].kind);
            color.setAlphaF(0.35F);
            m_painter.fillPath(path, color);
        }
    }

    /// Losses leave each node at its foot, down to a list under its column.
    void paintLosses() {
        const double floor = m_area.bottom() - lossRoom + 18.0;
        std::map<int, double> listY;
        std::map<int, double> laneX;
        for (std::size_t node = 0; node < m_nodes.size(); ++node) {
            const power::SankeyNode& each = m_nodes[node];
            const Power loss = each.loss + each.cableLoss;
            if (loss.si() <= 0.0 || each.isLoad) continue;
            const double width = std::max(leastBand, loss.si() * m_scale);
            const double left = columnX(each.column) + barWidth + laneX[each.column];
            laneX[each.column] += width + 3.0;
            QColor color = m_theme.colors().danger;
            color.setAlphaF(0.55F);
            const double start = std::max(m_outgoing[node], m_top[node]);
            m_painter.fillRect(QRectF(left, start, width, floor - start), color);
            if (listY[each.column] > 3.0 * 26.0) continue;
            paintLossText(tr("Lost in %1").arg(bridge::kindName(each.kind)), loss,
                          {columnX(each.column), floor + 4.0 + listY[each.column]});
            listY[each.column] += 28.0;
        }
        paintLoadCables({columnX(columns() - 1), floor + 4.0});
    }

    /// What is lost on the last cords of all loads, too little to be seen as a band.
    void paintLoadCables(const QPointF& at) {
        Power loss;
        for (const power::SankeyNode& node : m_nodes) {
            if (node.isLoad) loss += node.cableLoss;
        }
        if (loss.si() > 0.0) paintLossText(tr("Lost in cords of loads"), loss, at);
    }

    void paintLossText(const QString& what, Power loss, const QPointF& at) {
        paintText(what, m_theme.colors().danger, at);
        paintText(figureText(loss), m_theme.colors().textMuted, at + QPointF(0.0, 13.0));
    }

    /// One line that ends before the next column.
    void paintText(const QString& text, const QColor& color, const QPointF& at) {
        const bool isLast = at.x() >= columnX(columns() - 1);
        const double width = isLast ? rightRoom : columnX(1) - columnX(0) - 8.0;
        m_painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
        m_painter.setPen(color);
        m_painter.drawText(QRectF(at, QSizeF(width, 15.0)), Qt::AlignLeft,
                           QFontMetricsF(m_painter.font()).elidedText(text, Qt::ElideRight, width));
    }

    [[nodiscard]] QString figureText(Power power) const {
        return QStringLiteral("%1 · %2").arg(bridge::formatPower(power),
                                             shareText(power, m_content.facility()));
    }

    void paintNode(std::size_t node) {
        const power::SankeyNode& each = m_nodes[node];
        const double height = std::max(leastBand, each.input.si() * m_scale);
        const QRectF bar(columnX(each.column), m_top[node], barWidth, height);
        m_painter.fillRect(bar, m_theme.kindColor(each.kind));
        const bool isLast = each.column == columns() - 1;
        const QPointF at = isLast ? QPointF(bar.right() + 8.0, bar.center().y() - 14.0)
                                  : QPointF(bar.left(), bar.top() - 29.0);
        paintLabel(QStringLiteral("%1 × %2").arg(each.count).arg(bridge::kindName(each.kind)),
                   isLast ? each.output() : each.input, at);
    }

    void paintLabel(const QString& name, Power power, const QPointF& at) {
        paintText(name, m_theme.colors().text, at);
        paintText(figureText(power), m_theme.colors().textMuted, at + QPointF(0.0, 13.0));
    }

    /// Loads that hang on nothing: a bar of their own under the last column.
    void paintUnwired() {
        if (m_content.unwired.si() <= 0.0) return;
        double lowest = m_area.top() + topRoom;
        for (std::size_t node = 0; node < m_nodes.size(); ++node) {
            if (m_nodes[node].column != columns() - 1) continue;
            lowest = std::max(lowest, m_top[node] + m_nodes[node].input.si() * m_scale + nodeGap);
        }
        const double height =
            std::max(2.0, m_nodes.empty() ? 60.0 : m_content.unwired.si() * m_scale);
        const QRectF bar(columnX(columns() - 1), lowest, barWidth, height);
        m_painter.fillRect(bar, m_theme.colors().textDisabled);
        paintLabel(tr("Lights, loads without a cord"), m_content.unwired,
                   {bar.right() + 8.0, bar.center().y() - 14.0});
    }

    QPainter& m_painter;
    const SankeyContent& m_content;
    const std::vector<power::SankeyNode>& m_nodes;
    QRectF m_area;
    const bridge::Theme& m_theme;
    double m_scale = 1.0;  ///< pixels of a watt
    std::vector<double> m_top;
    std::vector<double> m_outgoing;  ///< where the next band leaves
    std::vector<double> m_incoming;
};

}  // namespace

void paintSankey(QPainter& painter, const SankeyContent& content, const QRectF& area,
                 const bridge::Theme& theme) {
    SankeyPainting(painter, content, area, theme).paint();
}

QString sankeyBooks(const SankeyContent& content) {
    const power::Sankey& chain = content.chain;
    QString text =
        tr("%1 at the sources = %2 at the loads + %3 lost in equipment + %4 in cables; "
           "residual %5 W")
            .arg(bridge::formatPower(chain.sources), bridge::formatPower(chain.supplied),
                 bridge::formatPower(chain.elementLosses), bridge::formatPower(chain.cableLosses),
                 QString::number(chain.residual().in(watts), 'g', 2));
    if (content.unwired.si() > 0.0) {
        text +=
            tr(". With %1 for lights and loads without a cord: %2 in all")
                .arg(bridge::formatPower(content.unwired), bridge::formatPower(content.facility()));
    }
    return text;
}

SankeyView::SankeyView(bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("sankeyView"));
    setAccessibleName(tr("Where the power goes"));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void SankeyView::setContent(SankeyContent content) {
    m_content = std::move(content);
    update();
}

void SankeyView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().planPaper);
    paintSankey(painter, m_content, rect(), m_theme);
}

}  // namespace halltwin::views::diagram
