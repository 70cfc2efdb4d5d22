// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/project_json.h"
#include "model/storage/project_file.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "views/bridge/project_session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace halltwin;
using views::bridge::ProjectSession;

namespace {

std::shared_ptr<const Catalog> sharedCatalog() {
    return std::make_shared<const Catalog>(tests::aCatalog());
}

edit::MoveItems moveFirst(const Project& project, double dx) {
    return {{tests::itemLabelled(project, "R1")}, metres(dx), metres(0.0)};
}

QString pathIn(const tests::ScratchFolder& folder, const char* name) {
    return QString::fromStdString((folder / name).string());
}

}  // namespace

TEST_CASE("An edit, its undo and its redo are told and named") {
    ProjectSession session(sharedCatalog());
    session.newProject(tests::aProject().withRacks(3));
    const Project before = session.project();
    QSignalSpy changed(&session, &ProjectSession::changed);
    QSignalSpy modified(&session, &ProjectSession::modifiedChanged);
    REQUIRE(session.apply(moveFirst(before, 1.2)));
    CHECK(session.undoText() == "Move 1 item");
    CHECK(session.isModified());
    session.undo();
    CHECK(session.project() == before);
    CHECK(!session.isModified());
    CHECK(session.redoText() == "Move 1 item");
    session.redo();
    CHECK(changed.count() == 3);
    CHECK(modified.count() == 3);
}

TEST_CASE("A refused edit changes nothing and says why") {
    ProjectSession session(sharedCatalog());
    session.newProject(tests::aProject().withRacks(1));
    const auto before = session.snapshot();
    QSignalSpy refused(&session, &ProjectSession::editRefused);
    CHECK(!session.apply(edit::MoveItems{{ItemId{999}}, metres(1.0), metres(0.0)}));
    CHECK(session.snapshot() == before);
    REQUIRE(refused.count() == 1);
    CHECK(refused.at(0).at(0).value<Error>().code == ErrorCode::NotFound);
}

TEST_CASE("A preview is shown but not committed, and ends with the edit or without") {
    ProjectSession session(sharedCatalog());
    session.newProject(tests::aProject().withRacks(1));
    const auto before = session.snapshot();
    QSignalSpy previews(&session, &ProjectSession::previewChanged);
    REQUIRE(session.preview(moveFirst(*before, 0.6)));
    CHECK(session.snapshot() == before);
    CHECK(!session.canUndo());
    CHECK(session.shown() != before);
    session.clearPreview();
    CHECK(session.shown() == before);
    CHECK(previews.count() == 2);
    session.preview(moveFirst(*before, 0.6));
    session.apply(moveFirst(*before, 0.6));
    CHECK(!session.hasPreview());
    CHECK(session.shown() == session.snapshot());
}

TEST_CASE("Edits of one merge key are one step of undo") {
    ProjectSession session(sharedCatalog());
    session.newProject(tests::aProject().withRacks(1));
    const Project before = session.project();
    for (int i = 0; i < 5; ++i)
        session.apply(moveFirst(before, 0.1), "drag 1");
    CHECK(session.isInGesture());
    session.undo();
    CHECK(session.project() == before);
    CHECK(!session.canUndo());
    CHECK(!session.isInGesture());
}

TEST_CASE("A saved project opens as it was, and is no longer modified") {
    const tests::ScratchFolder folder;
    const QString path = pathIn(folder, "hall.halltwin");
    ProjectSession session(sharedCatalog());
    session.newProject(tests::aProject().withRacks(3).withPower());
    session.apply(moveFirst(session.project(), 0.3));
    QSignalSpy saved(&session, &ProjectSession::saved);
    session.saveAs(path);
    REQUIRE(saved.wait());
    CHECK(!session.isModified());
    CHECK(session.filePath() == path);

    ProjectSession other(sharedCatalog());
    QSignalSpy replaced(&other, &ProjectSession::replaced);
    other.open(path);
    REQUIRE(replaced.wait());
    CHECK(other.project() == session.project());
    CHECK(other.filePath() == path);
}

TEST_CASE("An edit made while a save is under way stays unsaved") {
    const tests::ScratchFolder folder;
    ProjectSession session(sharedCatalog());
    session.newProject(tests::aProject().withRacks(3));
    QSignalSpy saved(&session, &ProjectSession::saved);
    session.saveAs(pathIn(folder, "hall.halltwin"));
    session.apply(moveFirst(session.project(), 0.3));
    REQUIRE(saved.wait());
    CHECK(session.isModified());
}

TEST_CASE("A project in text form opens without a path") {
    const tests::ScratchFolder folder;
    const Project project = tests::aProject().withRacks(2);
    QFile file(pathIn(folder, "hall.json"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(exchange::toJson(project)));
    file.close();
    ProjectSession session(sharedCatalog());
    QSignalSpy replaced(&session, &ProjectSession::replaced);
    session.open(file.fileName());
    REQUIRE(replaced.wait());
    CHECK(session.project() == project);
    CHECK(session.filePath().isEmpty());
}

TEST_CASE("A bad file is refused and the open project stays") {
    const tests::ScratchFolder folder;
    QFile file(pathIn(folder, "bad.halltwin"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("not a project");
    file.close();
    ProjectSession session(sharedCatalog());
    session.newProject(tests::aProject().withRacks(2));
    const auto before = session.snapshot();
    QSignalSpy failed(&session, &ProjectSession::fileFailed);
    session.open(file.fileName());
    REQUIRE(failed.wait());
    CHECK(session.snapshot() == before);
    CHECK(!session.isBusy());
}

TEST_CASE("Edits of a session that ends without saving can be recovered once") {
    const tests::ScratchFolder folder;
    const QString path = pathIn(folder, "hall.halltwin");
    const Project saved = tests::aProject().withRacks(3);
    REQUIRE(storage::saveProject(path.toStdString(), saved));
    Project edited;
    {
        ProjectSession session(sharedCatalog());
        QSignalSpy replaced(&session, &ProjectSession::replaced);
        session.open(path);
        REQUIRE(replaced.wait());
        session.apply(moveFirst(session.project(), 0.9));
        edited = session.project();
    }
    const auto work = ProjectSession::unsavedWork(path);
    REQUIRE(work);
    ProjectSession session(sharedCatalog());
    QSignalSpy replaced(&session, &ProjectSession::replaced);
    session.recover(*work);
    REQUIRE(replaced.wait());
    CHECK(session.project() == edited);
    CHECK(session.isModified());
    QSignalSpy done(&session, &ProjectSession::saved);
    session.save();
    REQUIRE(done.wait());
    CHECK(!ProjectSession::unsavedWork(path));
}

TEST_CASE("Edits that the user gave up are not offered again") {
    const tests::ScratchFolder folder;
    const QString path = pathIn(folder, "hall.halltwin");
    REQUIRE(storage::saveProject(path.toStdString(), tests::aProject().withRacks(3)));
    {
        ProjectSession session(sharedCatalog());
        QSignalSpy replaced(&session, &ProjectSession::replaced);
        session.open(path);
        REQUIRE(replaced.wait());
        session.apply(moveFirst(session.project(), 0.9));
        session.discardChanges();
        CHECK(!session.isModified());
    }
    CHECK(!ProjectSession::unsavedWork(path));
}
