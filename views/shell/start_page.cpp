// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/start_page.h"

#include "model/core/data_paths.h"
#include "views/shell/settings.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

namespace halltwin::views::shell {

namespace {

constexpr int contentWidth = 880;
constexpr int mostRecentShown = 6;

struct ExampleText {
    const char* file;
    const char* title;
    const char* text;
};

constexpr ExampleText exampleTexts[] = {
    {"classroom-two-rows", QT_TRANSLATE_NOOP("Examples", "Classroom, two rows"),
     QT_TRANSLATE_NOOP("Examples",
                       "Eight racks around an open cold aisle: a place to try things out")},
    {"empty-hall", QT_TRANSLATE_NOOP("Examples", "Empty hall"),
     QT_TRANSLATE_NOOP("Examples", "24 m × 18 m with a raised floor, to start from")},
    {"large-10000-gpu", QT_TRANSLATE_NOOP("Examples", "AI factory, 10,000 GPUs"),
     QT_TRANSLATE_NOOP(
         "Examples", "A raised hall on air and a slab hall on liquid, 8,000 m², three networks")},
    {"hyperscale-100k-gpu", QT_TRANSLATE_NOOP("Examples", "Hyperscale campus, 100,000 GPUs"),
     QT_TRANSLATE_NOOP(
         "Examples", "22 halls of GB200 NVL72 racks with plants of their own, one fabric over all")},
    {"pod2", QT_TRANSLATE_NOOP("Examples", "POD 2, measured"),
     QT_TRANSLATE_NOOP("Examples",
                       "Twelve racks at RISE ICE in Luleå, with the powers of a measured day")},
    {"frontier", QT_TRANSLATE_NOOP("Examples", "Frontier, published power"),
     QT_TRANSLATE_NOOP(
         "Examples",
         "74 cabinets and 25 distribution units of ORNL, 7.3 MW idle, 28.2 MW at peak")},
    {"liquid-45c", QT_TRANSLATE_NOOP("Examples", "Liquid cooling at 45 °C"),
     QT_TRANSLATE_NOOP(
         "Examples", "64 GB200 NVL72 on dry coolers in Dallas, no chiller for their cold plates")},
    {"nordic-heat-reuse", QT_TRANSLATE_NOOP("Examples", "Nordic hall with heat re-use"),
     QT_TRANSLATE_NOOP("Examples",
                       "1,000 GPUs in Luleå: river water, heat pumps to a district network")},
    {"raised-floor", QT_TRANSLATE_NOOP("Examples", "Raised floor, starved tiles"),
     QT_TRANSLATE_NOOP("Examples",
                       "29 racks over a shallow floor void, one aisle contained and one open")},
    {"medium-1000-gpu", QT_TRANSLATE_NOOP("Examples", "Training hall, 1,000 GPUs"),
     QT_TRANSLATE_NOOP("Examples",
                       "63 racks, three contained aisles, two power paths from grid to rack")},
};

struct Example {
    QString path;
    QString title;
    QString text;
};

/// A file without an entry in the table is shown by its name.
Example exampleOf(const std::filesystem::path& path) {
    const QString stem = QString::fromStdString(path.stem().string());
    Example example{QString::fromStdString(path.string()), stem, {}};
    for (const ExampleText& known : exampleTexts) {
        if (stem != QLatin1String(known.file)) continue;
        example.title = QCoreApplication::translate("Examples", known.title);
        example.text = QCoreApplication::translate("Examples", known.text);
    }
    return example;
}

std::vector<Example> examples() {
    std::vector<std::filesystem::path> paths;
    std::error_code failed;
    for (const auto& file : std::filesystem::directory_iterator(examplesDirectory(), failed)) {
        const auto extension = file.path().extension();
        if (extension == ".json" || extension == ".halltwin") paths.push_back(file.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Example> found;
    for (const auto& path : paths)
        found.push_back(exampleOf(path));
    return found;
}

QVBoxLayout* addColumn(QHBoxLayout& columns, const QString& heading) {
    auto* column = new QVBoxLayout;
    column->setSpacing(bridge::space::s);
    auto* label = new QLabel(heading);
    label->setFont(bridge::Theme::font(bridge::TextStyle::Heading));
    column->addWidget(label);
    columns.addLayout(column, 1);
    return column;
}

}  // namespace

StartPage::StartPage(bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("startPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(&theme, &bridge::Theme::changed, this, &StartPage::refresh);
    refresh();
}

void StartPage::refresh() {
    if (m_content != nullptr) m_content->deleteLater();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    m_content = scroll;
    layout()->addWidget(scroll);
    auto* page = new QWidget;
    auto* inner = new QWidget(page);
    inner->setMaximumWidth(contentWidth);
    auto* outer = new QHBoxLayout(page);
    outer->addStretch();
    outer->addWidget(inner, 8);
    outer->addStretch();

    auto* logo = new QLabel(inner);
    logo->setPixmap(m_theme.icon(QStringLiteral("halltwin")).pixmap(64, 64));
    auto* title = new QLabel(tr("HallTwin"), inner);
    title->setFont(bridge::Theme::font(bridge::TextStyle::Title));
    auto* subtitle = new QLabel(
        tr("A digital twin of AI data centres: heat, power, cost and carbon move as you draw"),
        inner);
    subtitle->setProperty("muted", true);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(subtitle);
    auto* create = new QPushButton(tr("New hall…"), inner);
    create->setObjectName(QStringLiteral("start.new"));
    create->setProperty("primary", true);
    auto* open = new QPushButton(tr("Open…"), inner);
    open->setObjectName(QStringLiteral("start.open"));
    connect(create, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    auto* top = new QHBoxLayout;
    top->setSpacing(bridge::space::m);
    top->addWidget(logo);
    top->addLayout(words, 1);
    top->addWidget(open);
    top->addWidget(create);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(bridge::space::xl);
    auto* layoutInner = new QVBoxLayout(inner);
    layoutInner->setContentsMargins(bridge::space::l, 2 * bridge::space::xl, bridge::space::l,
                                    bridge::space::l);
    layoutInner->setSpacing(bridge::space::xl);
    layoutInner->addLayout(top);
    layoutInner->addLayout(columns);
    layoutInner->addStretch();
    QVBoxLayout* left = addColumn(*columns, tr("Recent projects"));
    addUnsaved(*left);
    addRecent(*left);
    left->addStretch();
    QVBoxLayout* right = addColumn(*columns, tr("Examples"));
    addExamples(*right);
    right->addStretch();
    scroll->setWidget(page);
}

void StartPage::addUnsaved(QVBoxLayout& column) {
    for (const bridge::UnsavedWork& work : bridge::ProjectSession::untitledWork()) {
        addEntry(column, QStringLiteral("history"), tr("Unsaved: %1").arg(work.name),
                 tr("Edits that were never saved: %1").arg(work.edits),
                 [this, work] { emit recoverRequested(work); });
    }
}

void StartPage::addRecent(QVBoxLayout& column) {
    const QStringList files = Settings::recentFiles();
    for (const QString& path : files.mid(0, mostRecentShown)) {
        const QFileInfo info(path);
        addEntry(column, QStringLiteral("file"), info.completeBaseName(),
                 QDir::toNativeSeparators(info.absolutePath()),
                 [this, path] { emit fileRequested(path); });
    }
    if (!files.isEmpty()) return;
    auto* none = new QLabel(tr("Projects that you save appear here."));
    none->setProperty("muted", true);
    column.addWidget(none);
}

void StartPage::addExamples(QVBoxLayout& column) {
    for (const Example& example : examples()) {
        addEntry(column, QStringLiteral("example"), example.title, example.text,
                 [this, path = example.path] { emit fileRequested(path); });
    }
}

void StartPage::addEntry(QVBoxLayout& column, const QString& icon, const QString& title,
                         const QString& text, const std::function<void()>& onClick) {
    auto* entry = new QPushButton;
    entry->setProperty("card", true);
    entry->setAccessibleName(title);
    entry->setAccessibleDescription(text);
    auto* picture = new QLabel(entry);
    picture->setPixmap(m_theme.icon(icon).pixmap(24, 24));
    auto* name = new QLabel(title, entry);
    name->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    auto* details = new QLabel(text, entry);
    details->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    details->setProperty("muted", true);
    details->setWordWrap(true);
    for (QLabel* label : {picture, name, details})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(details);
    words->addStretch();
    auto* line = new QHBoxLayout(entry);
    line->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                             bridge::space::s);
    line->setSpacing(bridge::space::m);
    line->addWidget(picture, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    entry->setMinimumHeight(64);
    connect(entry, &QPushButton::clicked, this, onClick);
    column.addWidget(entry);
}

}  // namespace halltwin::views::shell
