// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/commands.h"

#include "views/shell/command_registry.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace halltwin::views::shell {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Commands", text);
}

void addFileCommands(CommandRegistry& c) {
    c.add({"newAction", tr("&New…"), "new", QKeySequence::New,
           tr("Start a project with an empty hall")});
    c.add({"openAction", tr("&Open…"), "open", QKeySequence::Open,
           tr("Open a .halltwin project or its text form")});
    c.add({"saveAction", tr("&Save"), "save", QKeySequence::Save,
           tr("Save the project to its file")});
    c.add({"saveAsAction",
           tr("Save &as…"),
           {},
           QKeySequence("Ctrl+Shift+S"),
           tr("Save the project to another file")});
    c.add({"exportPdfAction", tr("Export &PDF report…"), "pdf", QKeySequence("Ctrl+Shift+E"),
           tr("Write plan, figures and sources to a PDF")});
    c.add({"exportVtiAction", tr("Export &air for ParaView…"), "export", QKeySequence("Ctrl+Alt+E"),
           tr("Write temperature, velocity and pressure of the air to VTI files")});
    c.add({"exportDiagramAction", tr("Export &diagram…"), "export", QKeySequence("Ctrl+Alt+D"),
           tr("Write the power diagram, or the cooling loops where they are shown, to an SVG "
              "or PDF file")});
    c.add({"exportSchedulesAction", tr("Export sc&hedules (XLSX)…"), "export",
           QKeySequence("Ctrl+Alt+S"),
           tr("Write equipment, racks, cords, pipes and networks to a workbook")});
    c.add({"printAction",
           tr("P&rint…"),
           {},
           QKeySequence::Print,
           tr("Print the pages of the report to scale")});
    c.add({"startPageAction", tr("S&tart page"), "hall", QKeySequence("Ctrl+Home"),
           tr("Recent projects and examples")});
    c.add({"quitAction", tr("&Quit"), {}, QKeySequence("Ctrl+Q"), tr("Close the window")});
}

void addEditCommands(CommandRegistry& c) {
    c.add(
        {"undoAction", tr("&Undo"), "undo", QKeySequence("Ctrl+Z"), tr("Take back the last edit")});
    c.add({"redoAction", tr("&Redo"), "redo", QKeySequence("Ctrl+Shift+Z"),
           tr("Do again what was taken back")});
    c.add({"cutAction", tr("Cu&t"), "cut", QKeySequence::Cut,
           tr("Move the selected items to the clipboard")});
    c.add({"copyAction", tr("&Copy"), "copy", QKeySequence::Copy,
           tr("Copy the selected items with their links")});
    c.add({"pasteAction", tr("&Paste"), "paste", QKeySequence::Paste,
           tr("Paste items at the cursor")});
    c.add({"duplicateAction", tr("&Duplicate"), "duplicate", QKeySequence("Ctrl+D"),
           tr("Put a copy beside the selected items")});
    c.add({"arrayAction", tr("&Array…"), "array", QKeySequence("Ctrl+Shift+D"),
           tr("Repeat the selected items at a pitch")});
    c.add({"rotateAction", tr("R&otate"), "rotate", QKeySequence("R"),
           tr("Turn the selection counter-clockwise by 90°")});
    c.add({"deleteAction", tr("De&lete"), "delete", QKeySequence::Delete,
           tr("Delete the selected items and their links")});
    c.add({"selectAllAction",
           tr("Select a&ll"),
           {},
           QKeySequence::SelectAll,
           tr("Select every visible item")});
    c.add({"findAction", tr("&Find in the catalogue"), "search", QKeySequence::Find,
           tr("Search for something to place")});
    c.add({"scenariosAction",
           tr("Scena&rios…"),
           {},
           QKeySequence("Ctrl+Shift+N"),
           tr("Add, change and remove scenarios")});
}

void addToolCommands(CommandRegistry& c) {
    c.add({"tool.select", tr("&Select"), "select", QKeySequence("V"),
           tr("Select and move items; drag a rectangle around several"), true});
    c.add({"tool.pan", tr("&Pan"), "pan", QKeySequence("H"),
           tr("Move the plan; holding Space does the same"), true});
    c.add({"tool.place", tr("P&lace"), "place", QKeySequence("P"),
           tr("Place what is chosen in the catalogue with clicks"), true});
    c.add({"tool.wall", tr("&Wall"), "wall", QKeySequence("W"), tr("Drag a wall"), true});
    c.add({"tool.containment", tr("&Containment"), "containment", QKeySequence("C"),
           tr("Drag containment over an aisle"), true});
    c.add({"tool.power-a", tr("Power link, feed &A"), "power-link-a", QKeySequence("L"),
           tr("Connect power, from the source to what it supplies, on feed A"), true});
    c.add({"tool.power-b", tr("Power link, feed &B"), "power-link-b", QKeySequence("Shift+L"),
           tr("Connect power on feed B"), true});
    c.add({"tool.cooling", tr("Chilled-&water link"), "cooling-link", QKeySequence("K"),
           tr("Connect water, from chiller, tower or dry cooler to pump set to cooler"), true});
    c.add({"tool.tray", tr("Cable &tray"), "tray", QKeySequence("Y"),
           tr("Drag a run of cable tray; network cables follow it"), true});
    c.add({"tool.measure", tr("&Measure"), "measure", QKeySequence("M"),
           tr("Measure a distance on the plan"), true});
    c.add({"tool.section", tr("S&ection"), "section", QKeySequence("S"),
           tr("Cut an upright section through the air along a line"), true});
    c.add({"tool.probe", tr("Pro&be"), "probe", QKeySequence("I"),
           tr("Watch the air at a place: temperature, speed and pressure"), true});
}

void addTabCommands(CommandRegistry& c) {
    c.add({"tab.plan", tr("&Plan"), {}, QKeySequence("Ctrl+1"), tr("Show the floor plan")});
    c.add({"tab.3d", tr("&3-D"), {}, QKeySequence("Ctrl+2"), tr("Show the hall in 3-D")});
    c.add({"tab.power", tr("Po&wer"), {}, QKeySequence("Ctrl+3"), tr("Show the power diagram")});
    c.add({"tab.network",
           tr("&Network"),
           {},
           QKeySequence("Ctrl+7"),
           tr("Show fabrics, racks' units and traffic")});
    c.add({"tab.cooling",
           tr("Coolin&g loops"),
           {},
           QKeySequence("Ctrl+5"),
           tr("Show the diagram of the cooling loops")});
    c.add({"tab.year",
           tr("&Year"),
           {},
           QKeySequence("Ctrl+6"),
           tr("Show every hour of a weather year, set-points on trial and sweeps")});
}

void addViewCommands(CommandRegistry& c) {
    c.add(
        {"zoomFitAction", tr("Zoom to &fit"), "fit", QKeySequence("F"), tr("Show the whole site")});
    c.add({"zoomInAction", tr("Zoom &in"), "zoom-in", QKeySequence::ZoomIn, tr("Come closer")});
    c.add({"zoomOutAction", tr("Zoom &out"), "zoom-out", QKeySequence::ZoomOut, tr("Go back")});
    c.add({"dock.catalog",
           tr("&Catalogue"),
           {},
           QKeySequence("F6"),
           tr("Show or hide the catalogue"),
           true});
    c.add({"dock.inspector",
           tr("&Inspector"),
           {},
           QKeySequence("F7"),
           tr("Show or hide the properties"),
           true});
    c.add({"dock.issues",
           tr("I&ssues"),
           {},
           QKeySequence("F8"),
           tr("Show or hide the list of issues"),
           true});
    c.add({"dock.figures",
           tr("&Figures and charts"),
           {},
           QKeySequence("F9"),
           tr("Show or hide figures and charts"),
           true});
    c.add({"dock.probes",
           tr("P&robes"),
           {},
           QKeySequence("F10"),
           tr("Show or hide the probes and their history"),
           true});
    c.add({"dock.transient",
           tr("&Transient"),
           {},
           QKeySequence("F12"),
           tr("Show or hide loss and return of cooling over time"),
           true});
    c.add({"dock.event",
           tr("Power e&vent"),
           {},
           QKeySequence("F11"),
           tr("Show or hide supply, batteries and generators over the event on trial"),
           true});
    c.add({"themeAction", tr("&Dark theme"), "theme", QKeySequence("Ctrl+Shift+T"),
           tr("Switch between the light and the dark theme"), true});
}

void addAirCommands(CommandRegistry& c) {
    c.add({"air.preview",
           tr("&Preview only"),
           {},
           QKeySequence("Ctrl+Alt+1"),
           tr("Room air by potential flow, at every mouse move"),
           true});
    c.add({"air.coarse",
           tr("&Coarse"),
           {},
           QKeySequence("Ctrl+Alt+2"),
           tr("Room air with momentum and buoyancy on 0.6 m, about a second after an edit"),
           true});
    c.add({"air.fine",
           tr("&Fine"),
           {},
           QKeySequence("Ctrl+Alt+3"),
           tr("After that on 0.3 m, some seconds after an edit"),
           true});
}

void addPowerCommands(CommandRegistry& c) {
    c.add({"power.trip",
           tr("&Trip, or put back"),
           {},
           QKeySequence("Ctrl+T"),
           tr("Take the selected power elements out on trial, or put them back")});
    c.add({"power.restore",
           tr("&Restore all"),
           {},
           QKeySequence("Ctrl+Alt+T"),
           tr("Put every tripped element back in service")});
    c.add({"power.follow",
           tr("&Follow one watt"),
           {},
           QKeySequence("Ctrl+Shift+F"),
           tr("Light the way of the selected rack's power from the sources, with its losses")});
}

void addResilienceCommands(CommandRegistry& c) {
    c.add({"power.event",
           tr("Play an &event…"),
           {},
           QKeySequence("Ctrl+E"),
           tr("Grid outage, loss of a feed, a room or a UPS: choose what happens, on trial")});
    c.add({"power.resilience",
           tr("Room to &grow and availability"),
           {},
           QKeySequence("Ctrl+4"),
           tr("What limits growth, how much of a year racks are dark, and every single loss")});
}

void addHelpCommands(CommandRegistry& c) {
    c.add({"validationAction", tr("&Validation…"), "check", QKeySequence("Shift+F1"),
           tr("How the room-air engine compares with published and measured cases")});
    c.add({"aboutAction", tr("&About HallTwin"), "info", {}, tr("Version and licence")});
}

void addTo(QWidget& target, const CommandRegistry& commands, const QStringList& ids) {
    for (const QString& id : ids) {
        if (id.isEmpty()) {
            auto* separator = new QAction(&target);
            separator->setSeparator(true);
            target.addAction(separator);
        } else {
            target.addAction(commands.action(id));
        }
    }
}

const QStringList& toolIds() {
    static const QStringList ids{"tool.select",      "tool.pan",     "tool.place",   "tool.wall",
                                 "tool.containment", "tool.power-a", "tool.power-b", "tool.cooling",
                                 "tool.tray",        "tool.measure", "tool.section", "tool.probe"};
    return ids;
}

}  // namespace

void addCommands(CommandRegistry& commands) {
    addFileCommands(commands);
    addEditCommands(commands);
    addToolCommands(commands);
    addTabCommands(commands);
    addViewCommands(commands);
    addAirCommands(commands);
    addPowerCommands(commands);
    addResilienceCommands(commands);
    addHelpCommands(commands);
    auto* tools = new QActionGroup(&commands);
    for (const QString& id : toolIds())
        tools->addAction(commands.action(id));
    auto* stages = new QActionGroup(&commands);
    for (const char* id : {"air.preview", "air.coarse", "air.fine"})
        stages->addAction(commands.action(QLatin1String(id)));
    commands.action("tool.select")->setChecked(true);
}

void fillMenus(QMenuBar& bar, const CommandRegistry& commands) {
    QMenu* file = bar.addMenu(tr("&File"));
    addTo(*file, commands, {"newAction", "openAction"});
    QMenu* recent = file->addMenu(tr("Open &recent"));
    recent->setObjectName("recentMenu");
    addTo(*file, commands,
          {"startPageAction", "", "saveAction", "saveAsAction", "", "exportPdfAction",
           "exportSchedulesAction", "exportVtiAction", "exportDiagramAction", "printAction", "", "quitAction"});
    addTo(*bar.addMenu(tr("&Edit")), commands,
          {"undoAction", "redoAction", "", "cutAction", "copyAction", "pasteAction",
           "duplicateAction", "arrayAction", "rotateAction", "deleteAction", "", "selectAllAction",
           "findAction", "", "scenariosAction"});
    addTo(*bar.addMenu(tr("&Tools")), commands, toolIds());
    QMenu* view = bar.addMenu(tr("&View"));
    addTo(*view, commands,
          {"tab.plan", "tab.3d", "tab.power", "tab.network", "tab.cooling", "tab.year", "",
           "zoomFitAction", "zoomInAction", "zoomOutAction", "", "dock.catalog", "dock.inspector",
           "dock.issues", "dock.probes", "dock.figures", "dock.transient", "dock.event", ""});
    QMenu* air = view->addMenu(tr("&Air model"));
    addTo(*air, commands, {"air.preview", "air.coarse", "air.fine"});
    QMenu* power = view->addMenu(tr("Po&wer on trial"));
    addTo(*power, commands,
          {"power.event", "power.trip", "power.restore", "", "power.follow", "power.resilience"});
    addTo(*view, commands, {"", "themeAction"});
    addTo(*bar.addMenu(tr("&Help")), commands, {"validationAction", "", "aboutAction"});
}

void fillToolBar(QToolBar& bar, const CommandRegistry& commands) {
    addTo(bar, commands,
          {"newAction", "openAction", "saveAction", "", "undoAction", "redoAction", ""});
    addTo(bar, commands, toolIds());
    addTo(bar, commands,
          {"", "rotateAction", "duplicateAction", "arrayAction", "deleteAction", "",
           "zoomFitAction"});
}

}  // namespace halltwin::views::shell
