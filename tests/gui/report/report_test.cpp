// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/file_io.h"
#include "model/power/contingency.h"
#include "tests/gui/report/text_catcher.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "views/bridge/format.h"
#include "views/report/air_pages.h"
#include "views/report/cable_groups.h"
#include "views/report/figures_page.h"
#include "views/report/findings_pages.h"
#include "views/report/flow_page.h"
#include "views/report/plan_page.h"
#include "views/report/power_pages.h"
#include "views/report/report.h"
#include "views/report/resilience_pages.h"
#include "views/report/schedule_pages.h"
#include "views/report/source_pages.h"

#include <QImage>
#include <QRegularExpression>
#include <algorithm>
#include <filesystem>
#include <memory>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views::report;

namespace {

const QRectF a4Body(0, 0, 7600, 4300);  ///< in tenths of a point

/// A small site with its answer, kept while a report refers to it.
struct Case {
    explicit Case(Project made, Catalog entries = aCatalog())
        : project(std::make_shared<const Project>(std::move(made))),
          catalog(std::make_shared<const Catalog>(std::move(entries))) {
        auto answer = twin::evaluate({project, catalog, {}, {}});
        REQUIRE(answer.has_value());
        result = std::move(*answer);
    }

    [[nodiscard]] ReportInput input() const {
        return {*project,    *catalog,           result,
                "Half load", "0123456789abcdef", QDateTime(QDate(2026, 1, 2), QTime(3, 4))};
    }

    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    twin::TwinResult result;
};

Project aSite(int racks = 8) {
    return aProject()
        .named("A site")
        .withFloorVoid(metres(0.6))
        .withRacks(racks)
        .withTiles(racks)
        .withCoolers(2)
        .withPower()
        .withChilledWater();
}

QString pdfText(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    REQUIRE(bytes.has_value());
    return QString::fromLatin1(bytes->data(), static_cast<qsizetype>(bytes->size()));
}

QSizeF mediaBox(const QString& pdf) {
    static const QRegularExpression box(
        "/MediaBox\\s*\\[\\s*0\\s+0\\s+([0-9.]+)\\s+([0-9.]+)\\s*\\]");
    const auto match = box.match(pdf);
    REQUIRE(match.hasMatch());
    return {match.captured(1).toDouble(), match.captured(2).toDouble()};
}

qsizetype pageCount(const QString& pdf) {
    static const QRegularExpression page("/Type\\s*/Page\\b(?!s)");
    qsizetype count = 0;
    for (auto at = page.globalMatch(pdf); at.hasNext(); at.next())
        ++count;
    return count;
}

}  // namespace

TEST_CASE("The file has as many pages as are told, with embedded fonts") {
    const Case site(aSite());
    const ScratchFolder scratch;
    const auto file = scratch / "report.pdf";
    const auto pages = writePdf(site.input(), {}, QString::fromStdString(file.string()));
    REQUIRE(pages.has_value());
    const QString pdf = pdfText(file);
    CHECK(pdf.startsWith("%PDF-"));
    CHECK(pageCount(pdf) == *pages);
    CHECK(*pages >= 5);
    CHECK(pdf.contains("/FontFile"));
}

TEST_CASE("Sheets are landscape in the size of the paper") {
    struct Expected {
        Paper paper;
        double widthPt;
        double heightPt;
    };
    const Case site(aSite(2));
    const ScratchFolder scratch;
    const auto file = scratch / "report.pdf";
    // ISO 216 in points of 1/72 inch; US Letter is 11 × 8.5 inches.
    for (const Expected& expected :
         {Expected{Paper::A4, 841.9, 595.3}, Expected{Paper::A3, 1190.6, 841.9},
          Expected{Paper::Letter, 792.0, 612.0}}) {
        REQUIRE(
            writePdf(site.input(), {expected.paper, "en"}, QString::fromStdString(file.string()))
                .has_value());
        const QSizeF size = mediaBox(pdfText(file));
        CHECK(size.width() == Approx(expected.widthPt).margin(1.0));
        CHECK(size.height() == Approx(expected.heightPt).margin(1.0));
    }
}

TEST_CASE("Plans are at a round scale that is larger on larger paper") {
    const Case site(aSite(40));
    const QRectF small(0, 0, 760 * 10.0, 430 * 10.0);
    const QRectF large(0, 0, 1110 * 10.0, 680 * 10.0);
    const auto scaleOf = [&](const QRectF& body) {
        return planPages(site.input(), body).front().scale.mid(4).toDouble();
    };
    CHECK(scaleOf(large) < scaleOf(small));
    CHECK(std::fmod(scaleOf(small), 5.0) == 0.0);
}

TEST_CASE("A file that cannot be written is an error that names it, and nothing is left behind") {
    const Case site(aSite(2));
    const ScratchFolder scratch;
    const auto missing = scratch / "no-such-folder";
    const auto written =
        writePdf(site.input(), {}, QString::fromStdString((missing / "r.pdf").string()));
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == ErrorCode::IoFailure);
    CHECK(std::filesystem::is_empty(scratch.path()));
}

TEST_CASE("A language without a report is refused before anything is written") {
    const Case site(aSite(2));
    const ScratchFolder scratch;
    const auto file = scratch / "report.pdf";
    const auto written =
        writePdf(site.input(), {Paper::A4, "zh_CN"}, QString::fromStdString(file.string()));
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == ErrorCode::Unsupported);
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("An empty project, and one without a known type, still make a report") {
    const ScratchFolder scratch;
    const QString file = QString::fromStdString((scratch / "report.pdf").string());
    const Case empty{Project{}};
    CHECK(writePdf(empty.input(), {}, file).has_value());
    const Case unknown(aProject().withItem("gone.type", {metres(2.0), metres(2.0)}));
    CHECK(writePdf(unknown.input(), {}, file).has_value());
}

TEST_CASE("Very long and multi-line names are set without harm") {
    Project project = aSite(4);
    const std::string longName(5000, 'W');
    project.info.name = longName;
    project.info.client = "first\nsecond\tthird \xE4\xB8\xAD\xE6\x96\x87";
    for (const Item& item : Table<Item>(project.items)) {
        Item renamed = item;
        renamed.label = longName + std::to_string(item.id.value);
        project.items.set(renamed);
    }
    const Case site(std::move(project));
    const ScratchFolder scratch;
    CHECK(writePdf(site.input(), {}, QString::fromStdString((scratch / "r.pdf").string()))
              .has_value());
}

TEST_CASE("The figures on paper are those of the result") {
    const Case site(aSite());
    const twin::TwinResult& result = site.result;
    const QString text = textOf(figuresPages(site.input(), a4Body).front().paint);
    const auto says = [&](double value, int decimals) {
        return text.contains(views::bridge::formatNumber(value, decimals));
    };
    CHECK(says(result.kpis.itPower.in(megawatts), 3));
    CHECK(says(result.kpis.facilityPower.in(megawatts), 3));
    CHECK(says(result.kpis.pue.value(), 3));
    CHECK(says(result.kpis.maxInlet.value().in(celsius), 1));
    CHECK(says(result.kpis.operatingCost.in(dollarsPerHour), 2));
    CHECK(says(result.capital.total.in(dollars), 0));
    CHECK(says(result.carbon.carbonPerYear.in(tonnes), 0));
    CHECK(says(result.rooms.front().air.metrics.rti, 1));
    CHECK(text.contains("no buoyancy"));
}

TEST_CASE("The schedule counts every item and totals what they cost and draw") {
    const Case site(aSite());
    const QString text = textOf(schedulePages(site.input(), a4Body).front().paint);
    CHECK(text.contains("R1–R8"));
    CHECK(text.contains(
        views::bridge::formatNumber(static_cast<double>(site.project->items.size()), 0)));
    CHECK(text.contains(views::bridge::formatNumber(8 * 300000.0, 0)));
    CHECK(text.contains(
        views::bridge::formatNumber(site.result.kpis.facilityPower.in(kilowatts), 1)));
}

TEST_CASE("Doors, tanks, distribution units and grilles are in the schedule") {
    const Case site(aProject()
                        .withRacks(1)
                        .withCoolers(1)
                        .withItem("test.rear-door", {metres(2.4), metres(3.0)}, Rotation::R0, "D1")
                        .withItem("test.tank", {metres(8.0), metres(9.0)}, Rotation::R0, "TK1")
                        .withItem("test.cdu", {metres(12.0), metres(9.0)}, Rotation::R0, "CDU 1")
                        .withItem("test.grille", {metres(14.0), metres(9.0)}, Rotation::R0, "G1"));
    QString text;
    for (const auto& page : schedulePages(site.input(), a4Body))
        text += textOf(page.paint);
    for (const char* words : {"Test test.rear-door", "Test test.tank", "Test test.cdu",
                              "Test test.grille", "D1", "TK1", "CDU 1", "G1"}) {
        INFO(words);
        CHECK(text.contains(words));
    }
    CHECK(text.contains(
        views::bridge::formatNumber(site.result.rackPower.at(ItemId{4}).in(kilowatts), 1)));
}

TEST_CASE("The pages of the power chain tell every element's load, and every cable's") {
    Project project = aSite();
    PowerLink cable = *project.powerLinks.begin();
    cable.length = metres(37.0);
    cable.area = squareMillimetres(70.0);
    cable.breaker = amperes(160.0);
    project.powerLinks.set(cable);
    const Case site(project);
    QString text;
    for (const auto& page : powerPages(site.input(), a4Body))
        text += page.title + textOf(page.paint);
    for (const power::ElementResult& element : site.result.power.elements) {
        const std::string& label = site.project->items.find(element.id)->label;
        INFO(label);
        CHECK(text.contains(QString::fromStdString(label)));
        CHECK(text.contains(views::bridge::formatNumber(element.output.in(kilowatts), 1)));
    }
    CHECK(text.contains("Cables"));
    CHECK(text.contains("37"));
    CHECK(text.contains("160"));
    const Case bare(aProject().withRacks(2).withCoolers(1));
    CHECK(powerPages(bare.input(), a4Body).empty());
}

TEST_CASE("The pages of resilience tell what the loss of one element darkens, and what can grow") {
    const Case site(aSite());
    QString text;
    for (const auto& page : resiliencePages(site.input(), a4Body))
        text += page.title + page.subtitle + textOf(page.paint);
    const auto sweep = power::sweepFailures(site.result.chain);
    REQUIRE(sweep);
    const auto lost = std::count_if(sweep->begin(), sweep->end(),
                                    [](const auto& one) { return !one.survives(); });
    REQUIRE(lost > 0);
    CHECK(text.contains(QStringLiteral("Not survived: %1").arg(lost)));
    for (const power::Contingency& one : *sweep) {
        const std::string& label = site.project->items.find(one.failed.front())->label;
        INFO(label);
        CHECK(text.contains(QString::fromStdString(label)));
        if (!one.survives())
            CHECK(text.contains(views::bridge::formatNumber(one.lost.in(kilowatts), 1)));
    }
    CHECK(text.contains("Room to grow"));
    CHECK(text.contains("80 % of its rating"));
    CHECK(text.contains("Tier III"));
    const Case bare(aProject().withRacks(2).withCoolers(1));
    CHECK(resiliencePages(bare.input(), a4Body).empty());
}

TEST_CASE("The sheet of the power flow carries the chain's books") {
    const Case site(aSite());
    const Pages pages = flowPages(site.input(), a4Body);
    REQUIRE(pages.size() == 1);
    const QString text = textOf(pages.front().paint);
    CHECK(text.contains("residual"));
    CHECK(text.contains(views::bridge::formatPower(site.result.power.sourceInput)));
    CHECK(flowPages(Case(aProject()).input(), a4Body).empty());
}

TEST_CASE("Many cables are told by groups that add up, and the twenty fullest one by one") {
    Project project = aSite(40);
    int number = 0;
    for (const PowerLink& link : Table<PowerLink>(project.powerLinks)) {
        PowerLink cable = link;
        cable.length = metres(5.0 + 3.0 * (++number % 20));
        cable.area = squareMillimetres(number % 2 == 0 ? 16.0 : 70.0);
        cable.breaker = amperes(100.0);
        project.powerLinks.set(cable);
    }
    const Case site(project);
    const auto cables = cablesOf(site.input());
    REQUIRE(cables.size() > 30);
    std::size_t count = 0;
    Length length;
    Power loss;
    for (const CableGroup& group : cableGroups(site.input(), cables)) {
        count += group.count;
        length += group.total;
        loss += group.loss;
    }
    CHECK(count == cables.size());
    Length wanted;
    for (const Cable& cable : cables)
        wanted += *cable.link->length;
    CHECK(length.in(metres) == Approx(wanted.in(metres)));
    CHECK(loss.in(watts) == Approx(site.result.power.cableLosses.in(watts)).epsilon(1e-9));
    QString titles;
    for (const auto& page : powerPages(site.input(), a4Body))
        titles += page.title + u'|';
    CHECK(titles.contains("The 20 fullest cables"));
    CHECK(titles.count("Cables|") == 1);
}

TEST_CASE("A sheet of resilience that has no figure prints its reason instead") {
    const Case site(aSite());
    auto found = views::diagram::resilienceOf(site.result.chain);
    found.availability = fail(ErrorCode::OutOfRange, "no figure today", "availability", "wait");
    QString text;
    for (const auto& page : resiliencePages(site.input(), found, a4Body))
        text += page.title + textOf(page.paint);
    CHECK(text.contains("Availability of power"));
    CHECK(text.contains("no figure today"));
    CHECK(text.contains("Room to grow"));
}

TEST_CASE("The page of the room air has every figure with its definition, and every rack") {
    const Case site(aSite());
    const Pages pages = airPages(site.input(), a4Body);
    REQUIRE(pages.size() >= 2);
    CHECK(pages.front().title.contains("Room air"));
    QString text;
    for (const auto& page : pages)
        text += textOf(page.paint);
    for (const char* words : {"RCI high", "RTI", "SHI", "RHI", "Bypass", "Recirculation",
                              "Fan power", "Class", "Herrlin", "R1", "R8"}) {
        INFO(words);
        CHECK(text.contains(words));
    }
    const auto& rti = site.result.rooms.front().air.metrics.rti;
    CHECK(text.contains(views::bridge::formatNumber(rti, 1)));
    CHECK(airPages(Case(aProject()).input(), a4Body).empty());
}

TEST_CASE("Every derivation and every issue is printed") {
    const Case site(aProject().withRacks(3));
    QString text;
    for (const auto& page : sourcePages(site.input(), a4Body))
        text += textOf(page.paint);
    REQUIRE(site.result.derivations.size() > 5);
    for (const auto& figure : site.result.derivations) {
        INFO(figure.key);
        CHECK(text.contains(QString::fromStdString(figure.name)));
    }
    REQUIRE_FALSE(site.result.issues.empty());
    QString findings;
    for (const auto& page : findingsPages(site.input(), a4Body))
        findings += textOf(page.paint);
    CHECK(findings.count("Error") + findings.count("Warning") + findings.count("Note") >=
          static_cast<qsizetype>(site.result.issues.size()));
}

TEST_CASE("The plan as a picture has the asked size and the colours of the heat map") {
    const Case site(aSite());
    const ScratchFolder scratch;
    const QString file = QString::fromStdString((scratch / "plan.png").string());
    REQUIRE(writePlanPng(site.input(), file, QSize(1200, 800)).has_value());
    const QImage image(file);
    CHECK(image.size() == QSize(1200, 800));
    int coloured = 0;
    for (int y = 0; y < image.height(); y += 8) {
        for (int x = 0; x < image.width(); x += 8) {
            coloured += image.pixelColor(x, y).saturation() > 60 ? 1 : 0;
        }
    }
    CHECK(coloured > 100);
    CHECK(writePlanPng(site.input(), file, QSize(0, 800)).error().code ==
          ErrorCode::InvalidArgument);
}
