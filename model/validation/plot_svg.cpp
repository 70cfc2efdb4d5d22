// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/plot_svg.h"

#include "model/validation/plot_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>
#include <iterator>

namespace halltwin::validation {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

/// Width of a text in a sans serif face, as a share of the font size.
double widthOf(std::string_view text) {
    constexpr double meanWidth = 0.56;
    const auto letters = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // not the rest of a UTF-8 letter
    });
    return meanWidth * static_cast<double>(letters);
}

struct Box {
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
};

class Painter {
public:
    Painter(const Profile& profile, const PlotStyle& style)
        : m_profile(profile),
          m_style(style),
          m_x(scaleOf(profile, AxisOf::X)),
          m_y(scaleOf(profile, AxisOf::Y)) {}

    std::string paint() {
        add(R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0:g}" height="{1:g}" )"
            R"(viewBox="0 0 {0:g} {1:g}" font-family="{2}" font-size="{3:g}">)",
            m_style.widthPx, m_style.heightPx, escaped(m_style.font), m_style.fontPx);
        add(R"(<rect width="{:g}" height="{:g}" fill="{}"/>)", m_style.widthPx, m_style.heightPx,
            m_style.background);
        placeBox();
        add(R"(<text x="{:.1f}" y="{:.1f}" fill="{}" font-weight="600">{}</text>)", m_box.left,
            1.6 * m_style.fontPx, m_style.text, escaped(m_profile.title));
        paintAxes();
        for (const CurveKind kind : {CurveKind::Calculated, CurveKind::Published})
            for (const Curve& curve : m_profile.curves)
                if (curve.kind == kind) paintCurve(curve);
        paintLegend();
        m_out += "</svg>\n";
        return m_out;
    }

private:
    template <class... Values>
    void add(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(m_out), format, std::forward<Values>(values)...);
        m_out += '\n';
    }

    [[nodiscard]] double em() const { return m_style.fontPx; }
    /// Columns of the legend, all as wide as the longest name.
    [[nodiscard]] double columnWidth() const {
        double longest = 0.0;
        for (const Curve& curve : m_profile.curves)
            longest = std::max(longest, widthOf(curve.name));
        return em() * (3.4 + longest);
    }
    [[nodiscard]] std::size_t columns() const {
        const auto fitting = static_cast<std::size_t>((m_box.right - m_box.left) / columnWidth());
        // Pairs stay side by side.
        return fitting > 2 && m_profile.curves.size() > fitting ? fitting / 2 * 2
                                                                : std::max<std::size_t>(fitting, 1);
    }
    [[nodiscard]] double toX(double value) const {
        return m_box.left + m_x.share(value) * (m_box.right - m_box.left);
    }
    [[nodiscard]] double toY(double value) const {
        return m_box.bottom - m_y.share(value) * (m_box.bottom - m_box.top);
    }
    [[nodiscard]] const std::string& hueOf(const Curve& curve) const {
        return m_style.hues[static_cast<std::size_t>(curve.pair) % m_style.hues.size()];
    }

    /// A discrete axis has room, but nothing to count, at both ends.
    [[nodiscard]] bool isEmptyEnd(double tick) const {
        return m_profile.x.isDiscrete && (tick == m_x.first || tick == m_x.last);
    }
    [[nodiscard]] bool isLine(const Curve& curve) const {
        return curve.kind == CurveKind::Calculated && !m_profile.x.isDiscrete;
    }

    void placeBox() {
        double labels = 0.0;
        for (const double tick : m_y.ticks())
            labels = std::max(labels, widthOf(m_y.label(tick)));
        m_box.left = em() * (labels + 2.8);
        m_box.right = m_style.widthPx - 1.2 * em();
        m_box.top = 2.6 * em();
        const std::size_t rows = (m_profile.curves.size() + columns() - 1) / columns();
        m_box.bottom = m_style.heightPx - em() * (4.2 + 1.6 * static_cast<double>(rows));
    }

    void paintAxes() {
        for (const double tick : m_x.ticks()) {
            const double x = toX(tick);
            add(R"(<path d="M{0:.1f} {1:.1f}V{2:.1f}" stroke="{3}"/>)", x, m_box.top, m_box.bottom,
                m_style.grid);
            add(R"(<text x="{:.1f}" y="{:.1f}" fill="{}" text-anchor="middle">{}</text>)", x,
                m_box.bottom + 1.4 * em(), m_style.muted, isEmptyEnd(tick) ? "" : m_x.label(tick));
        }
        for (const double tick : m_y.ticks()) {
            const double y = toY(tick);
            add(R"(<path d="M{0:.1f} {1:.1f}H{2:.1f}" stroke="{3}"/>)", m_box.left, y, m_box.right,
                m_style.grid);
            add(R"(<text x="{:.1f}" y="{:.1f}" fill="{}" text-anchor="end">{}</text>)",
                m_box.left - 0.5 * em(), y + 0.35 * em(), m_style.muted, m_y.label(tick));
        }
        add(R"(<path d="M{0:.1f} {1:.1f}V{2:.1f}H{3:.1f}" fill="none" stroke="{4}"/>)", m_box.left,
            m_box.top, m_box.bottom, m_box.right, m_style.muted);
        add(R"(<text x="{:.1f}" y="{:.1f}" fill="{}" text-anchor="middle">{}</text>)",
            0.5 * (m_box.left + m_box.right), m_box.bottom + 3.0 * em(), m_style.text,
            escaped(axisText(m_profile.x)));
        add(R"svg(<text transform="translate({:.1f} {:.1f}) rotate(-90)" fill="{}" )svg"
            R"svg(text-anchor="middle">{}</text>)svg",
            1.3 * em(), 0.5 * (m_box.top + m_box.bottom), m_style.text,
            escaped(axisText(m_profile.y)));
    }

    void paintCurve(const Curve& curve) {
        if (!isLine(curve)) {
            for (const Point& point : curve.points)
                paintSymbol(curve, toX(point.x), toY(point.y));
            return;
        }
        std::string path;
        for (const Point& point : curve.points)
            path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", toX(point.x),
                                toY(point.y));
        add(R"(<path d="{}" fill="none" stroke="{}" stroke-width="1.8" stroke-linejoin="round"/>)",
            path, hueOf(curve));
    }

    /// Open for what was published, filled for what was calculated; its shape tells the pair.
    void paintSymbol(const Curve& curve, double x, double y) {
        const bool isOpen = curve.kind == CurveKind::Published;
        const double r = (isOpen ? 0.36 : 0.28) * em();
        const std::array<std::string, 4> shapes{
            fmt::format("M{:.2f} {:.2f}a{r:.2f} {r:.2f} 0 1 0 {d:.2f} 0a{r:.2f} {r:.2f} 0 1 0 "
                        "-{d:.2f} 0z",
                        x - r, y, fmt::arg("r", r), fmt::arg("d", 2.0 * r)),
            fmt::format("M{:.2f} {:.2f}h{d:.2f}v{d:.2f}h-{d:.2f}z", x - 0.9 * r, y - 0.9 * r,
                        fmt::arg("d", 1.8 * r)),
            fmt::format("M{:.2f} {:.2f}l{w:.2f} {h:.2f}h-{d:.2f}z", x, y - 1.2 * r,
                        fmt::arg("w", 1.1 * r), fmt::arg("h", 2.0 * r), fmt::arg("d", 2.2 * r)),
            fmt::format("M{:.2f} {:.2f}l{s:.2f} {s:.2f}l-{s:.2f} {s:.2f}l-{s:.2f} -{s:.2f}z", x,
                        y - 1.3 * r, fmt::arg("s", 1.3 * r))};
        const auto shape = static_cast<std::size_t>(curve.pair) % shapes.size();
        const std::string fill = isOpen ? "none" : hueOf(curve);
        add(R"(<path d="{}" fill="{}" stroke="{}" stroke-width="1.4"/>)", shapes[shape], fill,
            hueOf(curve));
    }

    void paintLegend() {
        for (std::size_t n = 0; n < m_profile.curves.size(); ++n) {
            const Curve& curve = m_profile.curves[n];
            const double x = m_box.left + columnWidth() * static_cast<double>(n % columns());
            const double y = m_box.bottom + em() * (5.0 + 1.6 * static_cast<double>(n / columns()));
            if (isLine(curve)) {
                add(R"(<path d="M{:.1f} {:.1f}h{:.1f}" stroke="{}" stroke-width="1.8"/>)", x,
                    y - 0.35 * em(), 1.6 * em(), hueOf(curve));
            } else {
                paintSymbol(curve, x + 0.8 * em(), y - 0.35 * em());
            }
            add(R"(<text x="{:.1f}" y="{:.1f}" fill="{}">{}</text>)", x + 2.0 * em(), y,
                m_style.text, escaped(curve.name));
        }
    }

    const Profile& m_profile;
    const PlotStyle& m_style;
    Scale m_x;
    Scale m_y;
    Box m_box;
    std::string m_out;
};

}  // namespace

std::string axisText(const Axis& axis) {
    return axis.unit.empty() ? axis.name : axis.name + ", " + axis.unit;
}

std::string plotSvg(const Profile& profile, const PlotStyle& style) {
    return Painter(profile, style).paint();
}

}  // namespace halltwin::validation
