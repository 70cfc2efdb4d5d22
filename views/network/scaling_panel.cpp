// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/scaling_panel.h"

#include "model/network/fabric_scaling.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/inspector/number_edit.h"
#include "views/network/network_words.h"
#include "views/network/scaling_chart.h"
#include "views/network/traffic_facts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <memory>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

constexpr int inputWidth = 64;
constexpr double usualComputeMs = 250.0;
constexpr double mostComputeMs = 1e7;

QString outcomeText(const std::vector<net::ScalingPoint>& curve, const net::FabricJob& job) {
    if (curve.empty()) return {};
    const net::ScalingPoint& last = curve.back();
    return ScalingPanel::tr("%1 of %2, %3: %4 on %5 GPUs")
        .arg(collectiveName(job.kind), formatBytes(job.bytes), algorithmName(job.algorithm),
             bridge::formatShare(last.efficiency), formatCount(static_cast<double>(last.gpus)));
}

}  // namespace

ScalingPanel::ScalingPanel(bridge::Theme& theme, bridge::NetworkStudy& study, QWidget* parent)
    : AnswerPanel(study, Start::AtOnce, QStringLiteral("scaling"), parent),
      m_chart(new ScalingChart(theme, this)) {
    setObjectName(QStringLiteral("scalingPanel"));
    auto* top = new QHBoxLayout;
    top->setSpacing(bridge::space::xs);
    m_compute = addInput(*top, {"scaling.compute", tr("Computation of a step"),
                                QStringLiteral("ms"), usualComputeMs, mostComputeMs});
    m_overlap = addInput(*top, {"scaling.overlap", tr("Communication that may hide behind it"),
                                QStringLiteral("%"), 0.0, 100.0});
    top->addSpacing(bridge::space::s);
    top->addWidget(statusLine(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::s);
    layout->addLayout(top);
    layout->addWidget(m_chart, 1);
}

inspector::NumberEdit* ScalingPanel::addInput(QHBoxLayout& row, const Input& input) {
    auto* caption = new QLabel(input.label, this);
    caption->setProperty("muted", true);
    inspector::NumberFormat format;
    format.minimum = input.value > 0.0 ? 0.001 : 0.0;
    format.maximum = input.most;
    format.decimals = 3;
    format.step = 5.0;
    format.unit = input.unit;
    auto* edit = new inspector::NumberEdit(format, this);
    edit->setObjectName(QLatin1String(input.name));
    edit->setAccessibleName(input.label);
    edit->setValue(input.value);
    edit->setFixedWidth(inputWidth);
    caption->setBuddy(edit);
    auto* unit = new QLabel(input.unit, this);
    unit->setProperty("muted", true);
    row.addWidget(caption);
    row.addWidget(edit);
    row.addWidget(unit);
    connect(edit, &inspector::NumberEdit::committed, this, [this] { ask(); });
    return edit;
}

bridge::LatestJob::Work ScalingPanel::work(bridge::NetworkAnswerPtr answer, std::stop_token stop) {
    net::FabricScalingInput input;
    input.computePerStep = seconds(m_compute->value().value_or(usualComputeMs) / 1000.0);
    input.overlap = m_overlap->value().value_or(0.0) / 100.0;
    input.job = study().question().job;
    if (answer->study) input.loss = answer->study->loss;
    return [this, answer = std::move(answer), input,
            stop = std::move(stop)]() -> bridge::LatestJob::Deliver {
        auto found = std::make_shared<Result<std::vector<net::ScalingPoint>>>(
            net::fabricScaling(answer->planned(), *answer->catalog, input, stop));
        return [this, found, job = input.job] {
            if (*found) {
                say(outcomeText(**found, job));
                m_chart->setCurve(**found);
            } else {
                say(bridge::errorText(found->error()));
                m_chart->setCurve({});
            }
        };
    };
}

}  // namespace halltwin::views::network
