// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QStringList>

namespace halltwin::tests {

/// A paint device that draws nothing and keeps the texts that it was to draw.
class TextCatcher : public QPaintDevice {
public:
    [[nodiscard]] const QStringList& texts() const { return m_engine.texts; }
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override {
        if (metric == PdmWidth || metric == PdmHeight) return 10000;
        if (metric == PdmDevicePixelRatioScaled) {
            return static_cast<int>(devicePixelRatioFScale());
        }
        return metric == PdmDevicePixelRatio ? 1 : metric == PdmDepth ? 32 : 720;
    }

private:
    class Engine : public QPaintEngine {
    public:
        Engine() : QPaintEngine(QPaintEngine::AllFeatures) {}

        bool begin(QPaintDevice*) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState&) override {}
        void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
        void drawPath(const QPainterPath&) override {}
        void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
        void drawTextItem(const QPointF&, const QTextItem& item) override { texts << item.text(); }
        [[nodiscard]] Type type() const override { return User; }

        QStringList texts;
    };

    mutable Engine m_engine;
};

/// Everything that a painting says, one piece of text to a line.
template <class Paint>
[[nodiscard]] QString textOf(const Paint& paint) {
    TextCatcher catcher;
    QPainter painter(&catcher);
    paint(painter);
    painter.end();
    return catcher.texts().join(QLatin1Char('\n'));
}

}  // namespace halltwin::tests
