// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/air_controls.h"

#include "views/bridge/format.h"
#include "views/bridge/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>

namespace halltwin::views::scene3d {
namespace {

constexpr int panelWidth = 248;
constexpr int stepsPerMetre = 20;
constexpr int shareSteps = 200;

QString lengthText(double lengthM) {
    return bridge::formatWithUnit(lengthM, 2, QStringLiteral("m"));
}

}  // namespace

AirControls::AirControls(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(panelWidth);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(bridge::space::s);
    grid->setVerticalSpacing(bridge::space::xs);
    grid->setColumnStretch(1, 1);
    m_quantity = new QComboBox(this);
    m_quantity->setObjectName(QStringLiteral("sceneQuantity"));
    m_quantity->setAccessibleName(tr("Shown of the air"));
    m_quantity->setToolTip(tr("What cuts and streamlines are coloured by"));
    for (const bridge::AirQuantity quantity : bridge::airQuantities)
        m_quantity->addItem(bridge::quantityName(quantity));
    grid->addWidget(heading(tr("Shown")), grid->rowCount(), 0, 1, 3);
    grid->addWidget(m_quantity, grid->rowCount(), 0, 1, 3);
    grid->addWidget(heading(tr("Cuts")), grid->rowCount(), 0, 1, 3);
    m_level = addCut(*grid, tr("Level"), tr("Height above the walking surface"));
    m_alongX = addCut(*grid, tr("Along x"), tr("Where the upright cut along x stands"));
    m_alongY = addCut(*grid, tr("Along y"), tr("Where the upright cut along y stands"));
    m_level.on->setChecked(m_options.level);
    m_level.slider->setRange(1, 6 * stepsPerMetre);
    m_level.slider->setValue(static_cast<int>(m_options.heightM * stepsPerMetre));
    m_alongX.on->setChecked(m_options.alongX);
    for (Cut* cut : {&m_alongX, &m_alongY}) {
        cut->slider->setRange(0, shareSteps);
        cut->slider->setValue(shareSteps / 2);
    }
    buildFlow(*grid);

    auto* corner = new QPushButton(tr("Corner"), this);
    corner->setToolTip(tr("Look from the corner"));
    auto* above = new QPushButton(tr("Above"), this);
    above->setToolTip(tr("Look straight down"));
    auto* views = new QHBoxLayout;
    views->setSpacing(bridge::space::s);
    views->addWidget(corner);
    views->addWidget(above);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::xs);
    layout->addLayout(grid);
    layout->addStretch(1);
    layout->addWidget(heading(tr("Look from")));
    layout->addLayout(views);
    connect(corner, &QPushButton::clicked, this, &AirControls::cornerRequested);
    connect(above, &QPushButton::clicked, this, &AirControls::aboveRequested);

    for (QCheckBox* box : {m_level.on, m_alongX.on, m_alongY.on, m_arrows, m_limit})
        connect(box, &QCheckBox::toggled, this, &AirControls::read);
    for (QSlider* slider : {m_level.slider, m_alongX.slider, m_alongY.slider})
        connect(slider, &QSlider::valueChanged, this, &AirControls::read);
    for (QComboBox* choice : {m_quantity, m_lines})
        connect(choice, &QComboBox::currentIndexChanged, this, &AirControls::read);
    connect(m_limitC, &QDoubleSpinBox::valueChanged, this, &AirControls::read);
    showTexts();
}

QLabel* AirControls::heading(const QString& text) {
    auto* label = new QLabel(text, this);
    label->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    label->setContentsMargins(0, bridge::space::xs, 0, 0);
    return label;
}

AirControls::Cut AirControls::addCut(QGridLayout& grid, const QString& name, const QString& tip) {
    Cut cut{new QCheckBox(name, this), new QSlider(Qt::Horizontal, this), new QLabel(this)};
    cut.slider->setAccessibleName(tip);
    cut.slider->setToolTip(tip);
    cut.text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    cut.text->setMinimumWidth(cut.text->fontMetrics().horizontalAdvance(QStringLiteral("88.88 m")));
    const int row = grid.rowCount();
    grid.addWidget(cut.on, row, 0);
    grid.addWidget(cut.slider, row, 1);
    grid.addWidget(cut.text, row, 2);
    return cut;
}

void AirControls::buildFlow(QGridLayout& grid) {
    m_arrows = new QCheckBox(tr("Velocity arrows on the cuts"), this);
    m_arrows->setObjectName(QStringLiteral("sceneArrows"));
    m_lines = new QComboBox(this);
    m_lines->setObjectName(QStringLiteral("sceneStreamlines"));
    m_lines->setAccessibleName(tr("Streamlines"));
    m_lines->setToolTip(tr("Where streamlines begin. A click in the picture starts them at the "
                           "point of the level cut under the mouse."));
    m_lines->addItems({tr("No streamlines"), tr("From the supply"), tr("Through a clicked point")});
    m_limit = new QCheckBox(tr("Surface at"), this);
    m_limit->setObjectName(QStringLiteral("sceneLimit"));
    m_limit->setToolTip(tr("The surface on which the air has this temperature; 27 °C is the upper "
                           "end of ASHRAE's recommended intake"));
    m_limitC = new QDoubleSpinBox(this);
    m_limitC->setObjectName(QStringLiteral("sceneLimitC"));
    m_limitC->setAccessibleName(tr("Temperature of the surface"));
    m_limitC->setRange(0.0, 100.0);
    m_limitC->setDecimals(1);
    m_limitC->setSuffix(QStringLiteral("\u00A0°C"));
    m_limitC->setValue(m_options.limitC);
    m_limitC->setKeyboardTracking(false);
    grid.addWidget(heading(tr("Air flow")), grid.rowCount(), 0, 1, 3);
    grid.addWidget(m_lines, grid.rowCount(), 0, 1, 3);
    grid.addWidget(m_arrows, grid.rowCount(), 0, 1, 3);
    grid.addWidget(heading(tr("Limit")), grid.rowCount(), 0, 1, 3);
    const int row = grid.rowCount();
    grid.addWidget(m_limit, row, 0);
    grid.addWidget(m_limitC, row, 1, 1, 2);
}

void AirControls::setHalls(const Project& project, const twin::TwinResult* result) {
    const Hall* only = nullptr;
    double highest = 2.0;
    double deepest = 0.0;
    for (const Hall& hall : project.halls) {
        if (result != nullptr && result->room(hall.id) == nullptr) continue;
        highest = std::max(highest, (hall.height + hall.ceilingVoid).in(metres));
        deepest = std::max(deepest, hall.floorVoid.in(metres));
        only = &hall;
    }
    const bool isOne = result != nullptr && result->rooms.size() == 1 && only != nullptr;
    m_widthM = isOne ? only->width.in(metres) : 0.0;
    m_depthM = isOne ? only->depth.in(metres) : 0.0;
    const QSignalBlocker quiet(m_level.slider);
    m_level.slider->setRange(deepest > 0.0 ? 1 - static_cast<int>(deepest * stepsPerMetre) : 1,
                             static_cast<int>(highest * stepsPerMetre) - 1);
    m_options.heightM = static_cast<double>(m_level.slider->value()) / stepsPerMetre;
    showTexts();
}

void AirControls::setSeed(const std::array<double, 3>& seed) {
    m_options.seed = seed;
    const QSignalBlocker quiet(m_lines);
    m_lines->setCurrentIndex(static_cast<int>(Streamlines::Point));
    read();
}

void AirControls::read() {
    m_options.quantity = static_cast<bridge::AirQuantity>(m_quantity->currentIndex());
    m_options.level = m_level.on->isChecked();
    m_options.alongX = m_alongX.on->isChecked();
    m_options.alongY = m_alongY.on->isChecked();
    m_options.heightM = static_cast<double>(m_level.slider->value()) / stepsPerMetre;
    m_options.depthShare = static_cast<double>(m_alongX.slider->value()) / shareSteps;
    m_options.widthShare = static_cast<double>(m_alongY.slider->value()) / shareSteps;
    m_options.arrows = m_arrows->isChecked();
    m_options.streamlines = static_cast<Streamlines>(m_lines->currentIndex());
    m_options.limit = m_limit->isChecked();
    m_options.limitC = m_limitC->value();
    showTexts();
    emit optionsChanged();
}

void AirControls::showTexts() {
    const auto place = [](double share, double extentM) {
        return extentM > 0.0 ? lengthText(share * extentM) : bridge::formatShare(share);
    };
    m_level.text->setText(lengthText(m_options.heightM));
    m_alongX.text->setText(place(m_options.depthShare, m_depthM));
    m_alongY.text->setText(place(m_options.widthShare, m_widthM));
}

}  // namespace halltwin::views::scene3d
