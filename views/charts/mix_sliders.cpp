// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/mix_sliders.h"

#include "model/carbon/factors.h"
#include "model/edit/set_energy_mix.h"
#include "model/project/names.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <cmath>

namespace halltwin::views::charts {

namespace {

constexpr int stepsOfWhole = 1000;

/// Key presses that follow each other within this belong to one gesture.
constexpr qint64 keyGestureMilliseconds = 800;

}  // namespace

MixSliders::MixSliders(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context) {
    setObjectName(QStringLiteral("mixSliders"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(bridge::space::m, 0, bridge::space::m, bridge::space::s);
    grid->setHorizontalSpacing(bridge::space::s);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < energySourceCount; ++i) {
        const auto source = static_cast<EnergySource>(i);
        const QString name = bridge::energySourceName(source);
        Row& row = m_rows[i];
        row.name = new QLabel(name, this);
        row.name->setFont(bridge::Theme::font(bridge::TextStyle::Small));
        row.value = new QLabel(this);
        row.value->setFont(bridge::Theme::font(bridge::TextStyle::Small));
        row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.value->setMinimumWidth(
            row.value->fontMetrics().horizontalAdvance(QStringLiteral("100.0 %")));
        row.slider = new QSlider(Qt::Horizontal, this);
        row.slider->setObjectName(QLatin1String("mix.") + QLatin1String(nameOf(source)));
        row.slider->setRange(0, stepsOfWhole);
        row.slider->setSingleStep(10);
        row.slider->setPageStep(50);
        row.slider->setMinimumWidth(80);
        row.slider->setAccessibleName(tr("Share of %1").arg(name));
        row.slider->setToolTip(
            tr("%1: %2 g CO₂e/kWh over its life cycle (IPCC AR5 median)")
                .arg(name, bridge::formatSignificant(
                               carbon::factorOf(source).median.in(gramsPerKilowattHour), 3)));
        grid->addWidget(row.name, static_cast<int>(i), 0);
        grid->addWidget(row.slider, static_cast<int>(i), 1);
        grid->addWidget(row.value, static_cast<int>(i), 2);
        connect(row.slider, &QSlider::sliderPressed, this, [this] {
            startGesture();
            m_mouseHeld = true;
        });
        connect(row.slider, &QSlider::sliderReleased, this, [this] {
            m_mouseHeld = false;
            m_sinceMove.invalidate();
        });
        connect(row.slider, &QSlider::valueChanged, this,
                [this, source](int steps) { onMoved(source, steps); });
    }
    const auto& session = context.session;
    connect(&session, &bridge::ProjectSession::changed, this, [this](const ChangeSet& changes) {
        if (changes.energyChanged) showMix();
    });
    connect(&session, &bridge::ProjectSession::replaced, this, &MixSliders::showMix);
    showMix();
}

void MixSliders::startGesture() {
    ++m_gesture;
    m_gestureStart = m_context.session.project().energy;
}

void MixSliders::onMoved(EnergySource source, int steps) {
    const bool continues = m_mouseHeld || (source == m_gestureSource && m_sinceMove.isValid() &&
                                           m_sinceMove.elapsed() < keyGestureMilliseconds);
    if (!continues) startGesture();
    m_gestureSource = source;
    m_sinceMove.start();
    const double share = static_cast<double>(steps) / stepsOfWhole;
    const edit::SetEnergyMix edit{edit::withShare(m_gestureStart, source, share)};
    // The address tells this widget's gestures from those of another one on the same project.
    const QString key = QStringLiteral("mix-%1-%2").arg(quintptr(this)).arg(m_gesture);
    m_context.session.apply(edit, key.toStdString());
    showMix();
}

void MixSliders::showMix() {
    const EnergySupply& mix = m_context.session.project().energy;
    for (std::size_t i = 0; i < energySourceCount; ++i) {
        const QSignalBlocker quiet(m_rows[i].slider);
        m_rows[i].slider->setValue(static_cast<int>(std::lround(mix.share[i] * stepsOfWhole)));
        m_rows[i].value->setText(bridge::formatShare(mix.share[i]));
    }
}

}  // namespace halltwin::views::charts
