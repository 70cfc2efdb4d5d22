// SPDX-License-Identifier: GPL-3.0-or-later
// The report by way of the menu: dialogs are filled in as a user would, files are looked at.
#include "tests/gui/shell/window_bench.h"
#include "tests/support/paths.h"
#include "views/report/report.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTimer>

using namespace halltwin;
using namespace halltwin::tests;

namespace {

views::report::ReportInput inputOf(const views::shell::ReportRequest& request) {
    return {*request.project,
            *request.catalog,
            *request.result,
            request.scenario,
            "0",
            QDateTime::currentDateTime()};
}

/// What the program hands to the window, without the 3-D view.
views::shell::ShellParts reportParts() {
    views::shell::ShellParts parts;
    parts.writeReport = [](const views::shell::ReportRequest& request) {
        return views::report::writePdf(inputOf(request), {}, request.path);
    };
    parts.printReport = [](const views::shell::ReportRequest& request, QPagedPaintDevice& device) {
        return views::report::paintPages(inputOf(request), {views::report::paperOf(device), "en"},
                                         device);
    };
    return parts;
}

/// Chooses a command in the File menu.
void chooseInFileMenu(WindowBench& bench, const char* command) {
    const QMenu* file = bench.window.menuBar()->actions().front()->menu();
    QAction* action = bench.window.commands().action(QLatin1String(command));
    REQUIRE(file->actions().contains(action));
    REQUIRE(action->isEnabled());
    action->trigger();
}

/// Waits until a modal dialog of this class is up, lets `fill` work on it, and accepts it.
template <class Dialog, class Fill>
void whenAsked(Fill fill) {
    QTimer::singleShot(50, qApp, [fill] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) return whenAsked<Dialog>(fill);
        fill(*dialog);
        QMetaObject::invokeMethod(dialog, "accept");
    });
}

void saveAs(const QString& path) {
    whenAsked<QFileDialog>([path](QFileDialog& dialog) {
        auto* name = dialog.findChild<QLineEdit*>("fileNameEdit");
        REQUIRE(name != nullptr);
        name->setText(path);
    });
}

bool waitForMessage(WindowBench& bench, const QString& start) {
    return QTest::qWaitFor(
        [&] { return bench.window.statusBar()->currentMessage().startsWith(start); }, 60000);
}

struct PdfFacts {
    qsizetype pages = 0;
    QSizeF sheetPt;
};

PdfFacts factsOf(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromLatin1(file.readAll());
    REQUIRE(text.startsWith("%PDF-"));
    PdfFacts facts;
    static const QRegularExpression page("/Type\\s*/Page\\b(?!s)");
    for (auto at = page.globalMatch(text); at.hasNext(); at.next())
        ++facts.pages;
    static const QRegularExpression box("/MediaBox\\s*\\[\\s*0\\s+0\\s+([0-9.]+)\\s+([0-9.]+)");
    const auto found = box.match(text);
    REQUIRE(found.hasMatch());
    facts.sheetPt = {found.captured(1).toDouble(), found.captured(2).toDouble()};
    return facts;
}

/// Pages that the report of what is shown has.
int expectedPages(WindowBench& bench, const ScratchFolder& folder) {
    const auto& twin = bench.window.twin();
    const auto pages =
        views::report::writePdf({*twin.latestProject(),
                                 bench.window.session().catalog(),
                                 *twin.latest(),
                                 {},
                                 "0",
                                 QDateTime::currentDateTime()},
                                {}, QString::fromStdString((folder / "direct.pdf").string()));
    REQUIRE(pages);
    return *pages;
}

}  // namespace

TEST_CASE("File > Export PDF writes the whole report where the dialog says") {
    WindowBench bench(reportParts());
    bench.openExample("classroom-two-rows.json");
    const ScratchFolder folder;
    const QString path = QString::fromStdString((folder / "hall").string());
    saveAs(path);
    chooseInFileMenu(bench, "exportPdfAction");
    REQUIRE(waitForMessage(bench, "Written"));
    const PdfFacts facts = factsOf(path + ".pdf");  // the ending that was not typed
    CHECK(facts.pages == expectedPages(bench, folder));
    CHECK(facts.pages >= 5);
    // ISO 216 A4 in points of 1/72 inch, landscape.
    CHECK(facts.sheetPt.width() == Approx(841.9).margin(1.0));
    CHECK(facts.sheetPt.height() == Approx(595.3).margin(1.0));
}

TEST_CASE("A folder that cannot be written to is named in a box, and the window goes on") {
    WindowBench bench(reportParts());
    bench.openExample("classroom-two-rows.json");
    const QString path = "/proc/hall.pdf";  // not even the superuser can write there
    saveAs(path);
    chooseInFileMenu(bench, "exportPdfAction");
    REQUIRE(QTest::qWaitFor(
        [&] { return bench.window.findChild<QMessageBox*>("errorDialog") != nullptr; }, 60000));
    auto& box = bench.find<QMessageBox>("errorDialog");
    CHECK(box.text().contains(path));
    CHECK(!bench.window.statusBar()->currentMessage().startsWith("Writ"));
    QTest::mouseClick(box.button(QMessageBox::Ok), Qt::LeftButton);
    CHECK(!QFile::exists(path));
    CHECK(bench.window.commands().action("exportPdfAction")->isEnabled());
}

TEST_CASE("File > Print puts the pages of the report on a printer") {
    WindowBench bench(reportParts());
    bench.openExample("classroom-two-rows.json");
    const ScratchFolder folder;
    const QString path = QString::fromStdString((folder / "printed.pdf").string());
    whenAsked<QPrintDialog>([path](QPrintDialog& dialog) {
        dialog.printer()->setOutputFormat(QPrinter::PdfFormat);
        auto* printers = dialog.findChild<QComboBox*>("printers");
        auto* name = dialog.findChild<QLineEdit*>("filename");
        REQUIRE(printers != nullptr);
        REQUIRE(name != nullptr);
        printers->setCurrentIndex(printers->count() - 1);  // Print to File (PDF)
        name->setText(path);
    });
    chooseInFileMenu(bench, "printAction");
    REQUIRE(waitForMessage(bench, "Printed"));
    const PdfFacts facts = factsOf(path);
    CHECK(facts.pages == expectedPages(bench, folder));
    CHECK(facts.sheetPt.width() > facts.sheetPt.height());
}

TEST_CASE("A print dialog that is cancelled prints nothing") {
    WindowBench bench(reportParts());
    bench.openExample("classroom-two-rows.json");
    QTimer::singleShot(300, qApp, [] {
        auto* dialog = qobject_cast<QPrintDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog != nullptr);
        dialog->reject();
    });
    chooseInFileMenu(bench, "printAction");
    CHECK(!bench.window.statusBar()->currentMessage().startsWith("Print"));
}

TEST_CASE("All schedules are written to a workbook from the File menu") {
    WindowBench bench;
    bench.openExample("medium-1000-gpu.json");
    const ScratchFolder folder;
    const QString path = QString::fromStdString((folder / "lists.xlsx").string());
    QStringList said;
    QObject::connect(bench.window.statusBar(), &QStatusBar::messageChanged, &bench.window,
                     [&](const QString& text) { said << text; });
    QTimer::singleShot(0, &bench.window, [&] {
        auto& dialog = bench.find<QFileDialog>("exportSchedulesDialog");
        emit dialog.fileSelected(path);
        dialog.close();
    });
    chooseInFileMenu(bench, "exportSchedulesAction");
    REQUIRE(QTest::qWaitFor([&] { return said.contains(QStringLiteral("Written: %1").arg(path)); },
                            20000));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK(bytes.startsWith("PK"));
    CHECK(bytes.contains("xl/worksheets/sheet10.xml"));
}
