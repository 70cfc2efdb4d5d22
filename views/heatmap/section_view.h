// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/latest_job.h"
#include "views/bridge/twin_runner.h"
#include "views/heatmap/section_picture.h"

#include <QWidget>
#include <memory>
#include <optional>

class QPainter;

namespace halltwin::views::bridge {
class Theme;
}

namespace halltwin::views::heatmap {

/// What a section is cut from: a result with the project that it belongs to, and a line in one of
/// its halls, in hall coordinates.
struct SectionSubject {
    bridge::TwinResultPtr result;
    std::shared_ptr<const Project> project;
    HallId hall;
    SectionLine line;
};

/// An upright section to scale: the air in the colours of the plan, what stands in it, arrows of
/// the flow in its plane, and axes in metres. Cut on a worker; what was shown stays until the new
/// section is there. GUI thread only; the catalogue and theme must outlive it.
class SectionView : public QWidget {
    Q_OBJECT

public:
    SectionView(const Catalog& catalog, const bridge::Theme& theme, QWidget* parent = nullptr);

    /// None shows a hint.
    void setSubject(std::optional<SectionSubject> subject);
    void setLook(bridge::AirQuantity quantity, const bridge::ColorScale& scale);
    void setArrowsVisible(bool visible);

    [[nodiscard]] const SectionPicture& picture() const { return m_picture; }
    [[nodiscard]] const std::vector<SectionBody>& bodies() const { return m_bodies; }
    /// Whether what is shown is what was asked for last.
    [[nodiscard]] bool isCurrent() const { return m_job.isIdle(); }

    [[nodiscard]] QSize sizeHint() const override { return {600, 190}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 110}; }

signals:
    /// Another picture is shown.
    void pictureChanged();
    /// What is under the cursor: "3.20 m along · 1.80 m high · 24.3 °C".
    void cursorText(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    /// Where a metre of the section lies in the widget.
    struct Frame {
        QPointF origin;  ///< pixels of the start of the line on the walking surface
        double pixelsPerMetre = 0.0;
    };

    void redraw();
    [[nodiscard]] Frame frame() const;
    void drawAir(QPainter& painter, const Frame& frame) const;
    void drawBodies(QPainter& painter, const Frame& frame) const;
    void drawAxes(QPainter& painter, const Frame& frame) const;
    void drawBuilding(QPainter& painter, const Frame& frame) const;

    const Catalog& m_catalog;
    const bridge::Theme& m_theme;
    std::optional<SectionSubject> m_subject;
    bridge::AirQuantity m_quantity = bridge::AirQuantity::Temperature;
    bridge::ColorScale m_scale = bridge::temperatureScale();
    bool m_arrows = true;
    SectionPicture m_picture;
    std::vector<SectionBody> m_bodies;
    double m_ceilingM = 0.0;
    bridge::LatestJob m_job;
};

}  // namespace halltwin::views::heatmap
