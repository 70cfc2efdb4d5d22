// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/question_form.h"

#include "views/bridge/theme.h"
#include "views/inspector/number_edit.h"
#include "views/network/study_bar.h"
#include "views/network/traffic_facts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace halltwin::views::network {

namespace net = halltwin::network;
using net::Collective;
using net::CollectiveAlgorithm;
using net::TrafficKind;

namespace {

constexpr int choiceLength = 6;
constexpr std::array unitNames{"kB", "MB", "GB"};
constexpr std::array unitBytes{1e3, 1e6, 1e9};
constexpr double mostOfUnit = 1e6;

std::vector<CollectiveAlgorithm> algorithmsOf(Collective collective) {
    if (collective == Collective::AllToAll) return {CollectiveAlgorithm::Direct};
    if (collective == Collective::AllReduce)
        return {CollectiveAlgorithm::Ring, CollectiveAlgorithm::DoubleBinaryTree,
                CollectiveAlgorithm::Hierarchical};
    return {CollectiveAlgorithm::Ring, CollectiveAlgorithm::Hierarchical};
}

void setCollective(net::StudyQuestion& question, int value) {
    net::FabricJob& job = question.job;
    job.kind = static_cast<Collective>(value);
    const auto allowed = algorithmsOf(job.kind);
    if (std::find(allowed.begin(), allowed.end(), job.algorithm) == allowed.end())
        job.algorithm = allowed.front();
}

/// Picks the entry with this number.
void select(QComboBox& box, int value) {
    const QSignalBlocker quiet(&box);
    box.setCurrentIndex(box.findData(value));
}

}  // namespace

QuestionForm::QuestionForm(bridge::NetworkStudy& study, QWidget* parent)
    : QWidget(parent),
      m_study(study),
      m_layout(new QFormLayout(this)) {
    setObjectName(QStringLiteral("questionForm"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(bridge::space::s);
    m_layout->setVerticalSpacing(bridge::space::xs + 2);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_traffic = addChoice("question.traffic", tr("Traffic"), tr("What runs over the fabric"));
    m_traffic->addItem(tr("collective"), static_cast<int>(TrafficKind::Collective));
    for (const TrafficKind kind : {TrafficKind::StorageRead, TrafficKind::StorageWrite,
                                   TrafficKind::Incast, TrafficKind::Uniform})
        m_traffic->addItem(trafficName(kind, {}), static_cast<int>(kind));
    m_collective = addChoice("question.collective", tr("Collective"), tr("Of all GPUs together"));
    for (const Collective collective : {Collective::AllReduce, Collective::AllGather,
                                        Collective::ReduceScatter, Collective::AllToAll})
        m_collective->addItem(collectiveName(collective), static_cast<int>(collective));
    m_algorithm = addChoice("question.algorithm", tr("How it goes"),
                            tr("Hierarchical: inside each server first, then a ring for each "
                               "rail"));
    m_crossRail = addChoice("question.crossRail", tr("To other rails"),
                            tr("How a GPU reaches one on another rail"));
    m_crossRail->addItem(tr("over spines"), static_cast<int>(net::CrossRail::OverFabric));
    m_crossRail->addItem(tr("inside the server"), static_cast<int>(net::CrossRail::InsideServer));
    auto* caption = new QLabel(tr("Message size"), this);
    caption->setProperty("muted", true);
    m_layout->addRow(caption, makeSize());
    connectChoices();
    connect(&study, &bridge::NetworkStudy::questionChanged, this, &QuestionForm::refresh);
    refresh();
}

QComboBox* QuestionForm::addChoice(const char* name, const QString& label, const QString& help) {
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->setToolTip(help);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(choiceLength);
    auto* caption = new QLabel(label, this);
    caption->setProperty("muted", true);
    caption->setBuddy(box);
    m_layout->addRow(caption, box);
    return box;
}

QWidget* QuestionForm::makeSize() {
    auto* row = new QWidget(this);
    inspector::NumberFormat format;
    format.minimum = 1e-3;
    format.maximum = mostOfUnit;
    format.decimals = 3;
    m_size = new inspector::NumberEdit(format, row);
    m_size->setObjectName(QStringLiteral("question.size"));
    m_size->setAccessibleName(tr("Message size"));
    m_size->setHelp(tr("What each GPU holds, as nccl-tests count it"));
    m_unit = new QComboBox(row);
    m_unit->setObjectName(QStringLiteral("question.unit"));
    m_unit->setAccessibleName(tr("Unit"));
    for (const char* unit : unitNames)
        m_unit->addItem(QLatin1String(unit));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(m_size, 1);
    layout->addWidget(m_unit);
    return row;
}

void QuestionForm::change(void (*how)(net::StudyQuestion&, int), int value) {
    net::StudyQuestion question = m_study.question();
    how(question, value);
    m_study.setQuestion(std::move(question));
}

void QuestionForm::connectChoices() {
    connect(m_traffic, &QComboBox::activated, this, [this] {
        change([](net::StudyQuestion& question,
                  int value) { question.traffic = static_cast<TrafficKind>(value); },
               m_traffic->currentData().toInt());
    });
    connect(m_collective, &QComboBox::activated, this,
            [this] { change(setCollective, m_collective->currentData().toInt()); });
    connect(m_algorithm, &QComboBox::activated, this, [this] {
        change([](net::StudyQuestion& question,
                  int value) { question.job.algorithm = static_cast<CollectiveAlgorithm>(value); },
               m_algorithm->currentData().toInt());
    });
    connect(m_crossRail, &QComboBox::activated, this, [this] {
        change([](net::StudyQuestion& question,
                  int value) { question.job.crossRail = static_cast<net::CrossRail>(value); },
               m_crossRail->currentData().toInt());
    });
    const auto setBytes = [this] {
        if (!m_size->value()) return;
        net::StudyQuestion question = m_study.question();
        question.job.bytes =
            *m_size->value() * unitBytes[static_cast<std::size_t>(m_unit->currentIndex())];
        m_study.setQuestion(std::move(question));
    };
    connect(m_size, &inspector::NumberEdit::committed, this, setBytes);
    connect(m_unit, &QComboBox::activated, this, setBytes);
}

void QuestionForm::refreshAlgorithms() {
    const net::FabricJob& job = m_study.question().job;
    const QSignalBlocker quiet(m_algorithm);
    m_algorithm->clear();
    for (const CollectiveAlgorithm algorithm : algorithmsOf(job.kind))
        m_algorithm->addItem(algorithmName(algorithm), static_cast<int>(algorithm));
    m_algorithm->setCurrentIndex(m_algorithm->findData(static_cast<int>(job.algorithm)));
}

/// Keeps the unit that was chosen while the number fits it.
void QuestionForm::refreshSize() {
    const double bytes = m_study.question().job.bytes;
    const auto fits = [bytes](int unit) {
        const double number = bytes / unitBytes[static_cast<std::size_t>(unit)];
        return number >= 1e-3 && number <= mostOfUnit;
    };
    const bool isShown = m_size->value().has_value();
    int unit = m_unit->currentIndex();
    if (!isShown || !fits(unit))
        for (unit = static_cast<int>(unitBytes.size()) - 1;
             unit > 0 && bytes < unitBytes[static_cast<std::size_t>(unit)];)
            --unit;
    m_unit->setCurrentIndex(unit);
    m_size->setValue(bytes / unitBytes[static_cast<std::size_t>(unit)]);
}

void QuestionForm::refresh() {
    const net::StudyQuestion& question = m_study.question();
    select(*m_traffic, static_cast<int>(question.traffic));
    select(*m_collective, static_cast<int>(question.job.kind));
    select(*m_crossRail, static_cast<int>(question.job.crossRail));
    refreshAlgorithms();
    refreshSize();
    const bool isCollective = question.traffic == TrafficKind::Collective;
    const bool isAllToAll = question.job.kind == Collective::AllToAll;
    const auto show = [this](QWidget* field, bool isUsed) {
        field->setVisible(isUsed);
        m_layout->labelForField(field)->setVisible(isUsed);
    };
    show(m_collective, isCollective);
    show(m_algorithm, isCollective && !isAllToAll);
    show(m_crossRail, isCollective && isAllToAll);
    show(m_size->parentWidget(), isCollective);
}

}  // namespace halltwin::views::network
