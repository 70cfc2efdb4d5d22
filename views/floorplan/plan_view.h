// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "views/bridge/latest_job.h"
#include "views/bridge/twin_runner.h"
#include "views/bridge/view_context.h"
#include "views/floorplan/items/rack_colouring.h"
#include "views/floorplan/layers.h"
#include "views/floorplan/tools/tool.h"

#include <QGraphicsView>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace halltwin::views::floorplan {

class PlanCommands;
class PlanScene;
class RackLegend;
class ScaleBar;

/// The plan editor: shows the session's project to scale and edits it with the mouse and keyboard.
/// It follows the session's change sets, the selection, the twin's results and the theme by itself.
/// Lives on the GUI thread; the objects of the context must outlive it.
class PlanView : public QGraphicsView, private tools::ToolHost {
    Q_OBJECT

public:
    explicit PlanView(const bridge::ViewContext& context, QWidget* parent = nullptr);
    ~PlanView() override;

    /// The current tool; a gesture in progress is cancelled first.
    void setTool(tools::ToolKind kind);
    [[nodiscard]] tools::ToolKind tool() const { return m_toolKind; }

    /// Starts placing this entry: each click puts one down, Esc ends.
    void placeFromCatalog(const std::string& key);

    void setLayerVisible(Layer layer, bool visible);
    [[nodiscard]] bool isLayerVisible(Layer layer) const;

    /// An item painted between the floor and the equipment, such as a heat map; the scene takes it
    /// over. It is shown and hidden with Layer::Heat. Null takes the present one away and deletes
    /// it.
    void setUnderlay(QGraphicsItem* underlay);

    /// An item that is shown and hidden with a layer, at a height of the stack
    /// (items::stackingOf); the scene takes it over.
    void addLayerItem(Layer layer, QGraphicsItem* item, double stacking);

    /// What the colours of racks tell, with their legend in the upper right corner.
    void setRackColouring(items::RackColouring colouring);
    [[nodiscard]] items::RackColouring rackColouring() const { return m_colouring; }

    /// Rack colours, intake labels and tile flows. Null: the items' own looks.
    void setResult(bridge::TwinResultPtr result);

    [[nodiscard]] double pixelsPerMetre() const override;

    /// The section and the probes. What the probe tool does comes as a signal; whoever keeps the
    /// probes sets them here. They go when another project is opened.
    [[nodiscard]] const Marks& marks() const override;
    void setSection(std::optional<SectionMark> section) override;
    void setProbes(std::vector<ProbeMark> probes);
    /// Items without supply on trial, and those taken out for it; none ends it.
    void setOutages(const std::vector<ItemId>& dark, const std::set<ItemId>& causes);
    /// The left button is down: what moves the plan under the mouse has to wait.
    [[nodiscard]] bool isInGesture() const { return m_isPressed; }

    /// A small widget in the lower left corner, to the right of the scale bar.
    void setCornerWidget(QWidget* widget);

public slots:
    void zoomToFit();    ///< the whole site
    void zoomToHalls();  ///< the data halls, where the work is; the site if there are none
    void zoomIn();
    void zoomOut();
    /// Selects the items and brings them into view.
    void showItems(const std::vector<ItemId>& ids);

    void selectAll();
    void deleteSelection();
    void copySelection();
    void cutSelection();
    void paste();  ///< at the cursor when it is over a hall, else beside the original
    void duplicateSelection();
    void rotateSelection(int quarterTurns = 1);
    void nudgeSelection(double tilesX, double tilesY);
    void arraySelection();  ///< asks for number and pitch
    void cancelGesture();

signals:
    /// Cursor in coordinates of the hall under it; an invalid hall with site coordinates outside of
    /// all.
    void cursorMoved(halltwin::HallId hall, halltwin::Point position);
    void statusText(const QString& text);
    void rackColouringChanged();
    void toolChanged(halltwin::views::floorplan::tools::ToolKind kind);
    void zoomChanged(double pixelsPerMetre);
    void layerChanged();
    void sectionChanged();  ///< also when a gesture with the section tool ends
    void probeAdded(const halltwin::Point& site);
    void probeMoved(int number, const halltwin::Point& site);
    void probeRemoved(int number);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Fit { None, Halls, Site };
    /// How a piece of the scene is brought into an area of the viewport.
    struct Placing {
        double factor = 1.0;  ///< pixels per metre
        QPointF centre;       ///< of the whole viewport, in the scene
        QRectF pixels;        ///< that the piece takes of the viewport
    };

    void zoomTo(const QRectF& content);
    void keepFit();
    [[nodiscard]] Placing placed(const QRectF& content, const QRect& area) const;
    [[nodiscard]] bridge::ProjectSession& session() const override;
    [[nodiscard]] bridge::Selection& selection() const override;
    [[nodiscard]] std::optional<ItemId> itemAt(const Point& site) const override;
    [[nodiscard]] std::vector<ItemId> itemsIn(const Rect& site) const override;
    [[nodiscard]] std::optional<PowerLinkId> powerLinkAt(const Point& site) const override;
    [[nodiscard]] std::optional<CoolingLinkId> coolingLinkAt(const Point& site) const override;
    [[nodiscard]] std::optional<TrayId> trayAt(const Point& site) const override;
    void showOverlay(Overlay overlay) override;
    void showStatus(const QString& text) override;
    void addProbe(const Point& site) override;
    void moveProbe(int number, const Point& site) override;
    void removeProbe(int number) override;

    void installTool(std::unique_ptr<tools::Tool> tool, tools::ToolKind kind);
    [[nodiscard]] tools::Pointer pointerFor(const QPoint& viewport, Qt::KeyboardModifiers keys,
                                            Qt::MouseButton button) const;
    void zoomBy(double factor, const QPoint& anchor);
    void connectModel();
    void applyTheme();
    void highlightSelection();
    void sizePipes(const bridge::TwinResultPtr& result);
    void updateScaleBar();
    [[nodiscard]] std::optional<Rect> siteRectOfItems(const std::vector<ItemId>& ids) const;
    void updateCursor();
    void startPan(const QPoint& at);
    [[nodiscard]] bool handleEditingKey(QKeyEvent* event);
    [[nodiscard]] bool handleArrowKey(QKeyEvent* event);

    bridge::ViewContext m_context;
    std::unique_ptr<PlanScene> m_scene;
    std::unique_ptr<PlanCommands> m_commands;
    std::unique_ptr<tools::Tool> m_tool;
    tools::ToolKind m_toolKind = tools::ToolKind::Select;
    std::optional<QPoint> m_panFrom;  ///< viewport position of the last pan step
    bool m_spaceHeld = false;
    Fit m_fit = Fit::Halls;                   ///< kept while the view changes its size
    std::optional<Point> m_cursor;            ///< on the site; none when the mouse is elsewhere
    std::unique_ptr<tools::Tool> m_dropTool;  ///< while an entry is dragged in from the catalogue
    ScaleBar* m_scaleBar = nullptr;
    RackLegend* m_rackLegend = nullptr;
    items::RackColouring m_colouring = items::RackColouring::Intake;
    QWidget* m_corner = nullptr;
    bool m_isPressed = false;
    bridge::LatestJob m_pipeJob;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::floorplan
