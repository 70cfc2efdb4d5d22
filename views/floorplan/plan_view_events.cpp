// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/catalog_mime.h"
#include "views/bridge/plan_coordinates.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/floorplan/plan_commands.h"
#include "views/floorplan/plan_scene.h"
#include "views/floorplan/plan_view.h"
#include "views/floorplan/site_geometry.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <cmath>

namespace halltwin::views::floorplan {

tools::Pointer PlanView::pointerFor(const QPoint& at, Qt::KeyboardModifiers keys,
                                    Qt::MouseButton button) const {
    return {bridge::fromScene(mapToScene(at)), at, keys, button};
}

void PlanView::startPan(const QPoint& at) {
    m_panFrom = at;
    updateCursor();
}

void PlanView::mousePressEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    const bool isLeft = event->button() == Qt::LeftButton;
    const bool panning = event->button() == Qt::MiddleButton ||
                         (isLeft && (m_spaceHeld || m_toolKind == tools::ToolKind::Pan));
    if (panning) {
        startPan(at);
    } else if (isLeft) {
        m_isPressed = true;
        m_tool->press(pointerFor(at, event->modifiers(), event->button()));
    }
    event->accept();
}

void PlanView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    if (m_panFrom) {
        const QPoint step = at - *m_panFrom;
        m_fit = Fit::None;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - step.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - step.y());
        m_panFrom = at;
    } else {
        m_tool->move(pointerFor(at, event->modifiers(), Qt::NoButton));
    }
    const Point site = bridge::fromScene(mapToScene(at));
    m_cursor = site;
    const Hall* hall = hallAt(m_context.session.project(), site);
    emit cursorMoved(hall == nullptr ? HallId{} : hall->id,
                     hall == nullptr ? site : toHall(*hall, site));
    event->accept();
}

void PlanView::mouseReleaseEvent(QMouseEvent* event) {
    const bool endsPan = m_panFrom && event->button() != Qt::RightButton;
    if (endsPan) {
        m_panFrom.reset();
        updateCursor();
    } else if (event->button() == Qt::LeftButton) {
        m_isPressed = false;
        m_tool->release(
            pointerFor(event->position().toPoint(), event->modifiers(), event->button()));
        if (m_toolKind == tools::ToolKind::Section) emit sectionChanged();
    }
    event->accept();
}

/// The second press of a double click is a press like any other: two quick clicks place two items.
void PlanView::mouseDoubleClickEvent(QMouseEvent* event) {
    mousePressEvent(event);
}

void PlanView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) m_spaceHeld = true;
        updateCursor();
        return event->accept();
    }
    if (event->key() == Qt::Key_Escape) {
        const bool hadGesture = m_tool->cancel();
        if (!hadGesture && m_toolKind != tools::ToolKind::Select) {
            setTool(tools::ToolKind::Select);
        } else if (!hadGesture) {
            m_context.selection.clear();
        }
        return event->accept();
    }
    const bool used = m_tool->key(event->key(), event->modifiers()) || handleEditingKey(event) ||
                      handleArrowKey(event);
    event->setAccepted(used);
}

void PlanView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        updateCursor();
    }
    event->accept();
}

bool PlanView::handleEditingKey(QKeyEvent* event) {
    const Qt::KeyboardModifiers keys = event->modifiers();
    const bool plain = (keys & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    const bool isDelete = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::Cut)) {
        cutSelection();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (keys == Qt::ControlModifier && event->key() == Qt::Key_D) {
        duplicateSelection();
    } else if (plain && isDelete) {
        deleteSelection();
    } else if (plain && event->key() == Qt::Key_R) {
        rotateSelection(keys.testFlag(Qt::ShiftModifier) ? -1 : 1);
    } else if (plain && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)) {
        zoomIn();
    } else if (plain && event->key() == Qt::Key_Minus) {
        zoomOut();
    } else if (plain && event->key() == Qt::Key_Home) {
        zoomToFit();
    } else {
        return false;
    }
    return true;
}

/// One tile; five with Shift, a tenth with Ctrl.
bool PlanView::handleArrowKey(QKeyEvent* event) {
    const Qt::KeyboardModifiers keys = event->modifiers();
    const double step = keys.testFlag(Qt::ShiftModifier)     ? 5.0
                        : keys.testFlag(Qt::ControlModifier) ? 0.1
                                                             : 1.0;
    switch (event->key()) {
        case Qt::Key_Left: nudgeSelection(-step, 0); return true;
        case Qt::Key_Right: nudgeSelection(step, 0); return true;
        case Qt::Key_Up: nudgeSelection(0, step); return true;
        case Qt::Key_Down: nudgeSelection(0, -step); return true;
        default: return false;
    }
}

void PlanView::wheelEvent(QWheelEvent* event) {
    const double turns = event->angleDelta().y() / 120.0;
    if (turns != 0.0) zoomBy(std::pow(1.2, turns), event->position().toPoint());
    event->accept();
}

void PlanView::leaveEvent(QEvent* event) {
    m_cursor.reset();
    QGraphicsView::leaveEvent(event);
}

void PlanView::focusOutEvent(QFocusEvent* event) {
    m_spaceHeld = false;
    updateCursor();
    QGraphicsView::focusOutEvent(event);
}

void PlanView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    updateScaleBar();
    keepFit();
}

void PlanView::showEvent(QShowEvent* event) {
    QGraphicsView::showEvent(event);
    keepFit();
}

void PlanView::contextMenuEvent(QContextMenuEvent* event) {
    const auto under = itemAt(pointerFor(event->pos(), {}, Qt::NoButton).site);
    bridge::Selection& selected = m_context.selection;
    if (under && !selected.contains(*under)) selected.setItems({*under});

    QMenu menu(this);
    const auto add = [&](const QString& text, const QKeySequence& shortcut, bool enabled,
                         auto slot) {
        QAction* action = menu.addAction(text, this, slot);
        action->setShortcut(shortcut);
        action->setEnabled(enabled);
    };
    const bool hasItems = !selected.items().empty();
    add(tr("Cut"), QKeySequence::Cut, hasItems, &PlanView::cutSelection);
    add(tr("Copy"), QKeySequence::Copy, hasItems, &PlanView::copySelection);
    add(tr("Paste here"), QKeySequence::Paste, m_commands->canPaste(), &PlanView::paste);
    add(tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), hasItems,
        &PlanView::duplicateSelection);
    add(tr("Array…"), {}, hasItems, &PlanView::arraySelection);
    add(tr("Rotate by 90°"), Qt::Key_R, hasItems, [this] { rotateSelection(); });
    menu.addSeparator();
    add(tr("Delete"), QKeySequence::Delete, !selected.isEmpty(), &PlanView::deleteSelection);
    menu.addSeparator();
    add(tr("Select all"), QKeySequence::SelectAll, true, &PlanView::selectAll);
    add(tr("Zoom to fit"), Qt::Key_Home, true, &PlanView::zoomToFit);
    menu.exec(event->globalPos());
}

void PlanView::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasFormat(bridge::catalogMimeType)) return event->ignore();
    const QByteArray key = event->mimeData()->data(bridge::catalogMimeType);
    if (session().catalog().find(key.toStdString()) == nullptr) return event->ignore();
    m_tool->cancel();
    m_dropTool = tools::makePlaceTool(*this, key.toStdString());
    event->acceptProposedAction();
}

void PlanView::dragMoveEvent(QDragMoveEvent* event) {
    if (!m_dropTool) return event->ignore();
    m_dropTool->move(pointerFor(event->position().toPoint(), event->modifiers(), Qt::NoButton));
    event->acceptProposedAction();
}

void PlanView::dragLeaveEvent(QDragLeaveEvent* event) {
    if (m_dropTool) m_dropTool->cancel();
    m_dropTool.reset();
    event->accept();
}

void PlanView::dropEvent(QDropEvent* event) {
    if (!m_dropTool) return event->ignore();
    m_dropTool->release(
        pointerFor(event->position().toPoint(), event->modifiers(), Qt::LeftButton));
    m_dropTool->cancel();
    m_dropTool.reset();
    event->acceptProposedAction();
    setFocus(Qt::OtherFocusReason);
}

}  // namespace halltwin::views::floorplan
