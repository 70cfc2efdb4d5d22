// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/climate_bar.h"

#include "model/core/data_paths.h"
#include "model/edit/set_site.h"
#include "model/exchange/climate_json.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace halltwin::views::year {

namespace {

constexpr int noneIndex = 0;

}  // namespace

ClimateBar::ClimateBar(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_choice(new QComboBox(this)) {
    m_choice->setObjectName(QStringLiteral("year.climate"));
    m_choice->setAccessibleName(tr("Climate"));
    m_choice->setToolTip(tr("Weather of the year: hours made from the climate normals of a place, "
                            "or an EPW file"));
    m_choice->setMinimumContentsLength(18);
    m_choice->addItem(tr("No climate"));
    for (const weather::Climate& climate :
         exchange::loadClimates(resourceDirectory() / "climate").climates)
        m_choice->addItem(QString::fromStdString(climate.name + ", " + climate.country),
                          QString::fromStdString(climate.key));
    auto* file = new QPushButton(tr("EPW file…"), this);
    file->setObjectName(QStringLiteral("year.epw"));
    file->setToolTip(tr("Hours of a weather file in the EnergyPlus format"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(new QLabel(tr("Climate"), this));
    layout->addWidget(m_choice);
    layout->addWidget(file);
    connect(file, &QPushButton::clicked, this, &ClimateBar::chooseFile);
    connect(m_choice, &QComboBox::activated, this, &ClimateBar::onActivated);
    connect(&context.session, &bridge::ProjectSession::changed, this, &ClimateBar::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &ClimateBar::refresh);
    refresh();
}

void ClimateBar::refresh() {
    const QSignalBlocker quiet(m_choice);
    const Site& site = m_context.session.project().site;
    const QString fileMark = QStringLiteral("file:");
    while (m_choice->itemData(m_choice->count() - 1).toString().startsWith(fileMark))
        m_choice->removeItem(m_choice->count() - 1);
    int wanted = noneIndex;
    if (!site.weatherFile.empty()) {
        const QString file = QString::fromStdString(site.weatherFile);
        m_choice->addItem(QFileInfo(file).fileName(), fileMark + file);
        wanted = m_choice->count() - 1;
    } else if (!site.climate.empty()) {
        const QString key = QString::fromStdString(site.climate);
        wanted = m_choice->findData(key);
        if (wanted < 0) {  // of a newer catalogue: shown, so that it is not lost
            m_choice->addItem(key, key);
            wanted = m_choice->count() - 1;
        }
    }
    m_choice->setCurrentIndex(wanted);
}

void ClimateBar::onActivated(int index) {
    const QString key = m_choice->itemData(index).toString();
    if (key.startsWith(QLatin1String("file:"))) return;
    Site site = m_context.session.project().site;
    site.climate = key.toStdString();
    site.weatherFile.clear();
    if (!(site == m_context.session.project().site)) m_context.session.apply(edit::SetSite{site});
    refresh();
}

void ClimateBar::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a weather file"), {},
                                                      tr("Weather files (*.epw)"));
    if (!path.isEmpty()) takeFile(path);
}

void ClimateBar::takeFile(const QString& path) {
    const QString project = m_context.session.filePath();
    QString name = QFileInfo(path).absoluteFilePath();
    if (!project.isEmpty()) {
        const QString relative = QFileInfo(project).absoluteDir().relativeFilePath(name);
        if (!relative.startsWith(QLatin1String(".."))) name = relative;
    }
    Site site = m_context.session.project().site;
    site.weatherFile = name.toStdString();
    m_context.session.apply(edit::SetSite{site});
}

}  // namespace halltwin::views::year
