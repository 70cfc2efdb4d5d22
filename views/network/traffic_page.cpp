// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/traffic_page.h"

#include "views/bridge/messages.h"
#include "views/bridge/theme.h"
#include "views/inspector/figure_list.h"
#include "views/network/loss_panel.h"
#include "views/network/matrix_panel.h"
#include "views/network/network_words.h"
#include "views/network/panel_parts.h"
#include "views/network/plain_table.h"
#include "views/network/question_form.h"
#include "views/network/scaling_panel.h"
#include "views/network/traffic_facts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace halltwin::views::network {

namespace {

constexpr int answerWidth = 340;
constexpr std::size_t mostLinks = 10;

QLabel* wrapped(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

TrafficPage::TrafficPage(const bridge::ViewContext& context, bridge::NetworkStudy& study,
                         QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_study(study),
      m_problem(wrapped("traffic.problem", this)),
      m_facts(new inspector::FigureList(context.theme, this)),
      m_bottleneck(wrapped("traffic.bottleneck", this)),
      m_derivation(wrapped("traffic.derivation", this)),
      m_links(new PlainTable(QStringLiteral("traffic.links"),
                             {tr("Way"), tr("Tiers"), tr("Load"), tr("Carries"), tr("Rate")}, 2,
                             this)),
      m_tabs(new QTabWidget(this)),
      m_stack(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("trafficPage"));
    makePanel(*m_stack);
    m_facts->setObjectName(QStringLiteral("traffic.facts"));
    m_tabs->setObjectName(QStringLiteral("traffic.tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeLinks(), tr("Fullest links"));
    m_tabs->addTab(new LossPanel(study, m_tabs), tr("Single losses"));
    m_tabs->addTab(new MatrixPanel(context.theme, study, m_tabs), tr("Matrix"));
    m_tabs->addTab(new ScalingPanel(context.theme, study, m_tabs), tr("Scaling"));
    auto* empty = new QLabel(tr("No fabric yet: add one on the Fabrics page."), m_stack);
    empty->setAlignment(Qt::AlignCenter);
    empty->setProperty("muted", true);
    auto* body = new QWidget(m_stack);
    auto* split = new QHBoxLayout(body);
    split->setContentsMargins(0, 0, 0, 0);
    split->setSpacing(0);
    split->addWidget(makeAnswer());
    split->addWidget(m_tabs, 1);
    m_stack->addWidget(empty);
    m_stack->addWidget(body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(&study, &bridge::NetworkStudy::answerChanged, this, &TrafficPage::refresh);
    connect(&context.theme, &bridge::Theme::changed, this, &TrafficPage::refresh);
}

QWidget* TrafficPage::makeAnswer() {
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->setSpacing(bridge::space::s);
    m_derivation->setFont(bridge::Theme::font(bridge::TextStyle::Small));
    layout->addWidget(new QuestionForm(m_study, content));
    layout->addWidget(inspector::sectionHeading(tr("Answer"), content));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_problem), static_cast<QWidget*>(m_facts),
          static_cast<QWidget*>(m_bottleneck), static_cast<QWidget*>(m_derivation)})
        layout->addWidget(widget);
    layout->addStretch();
    QScrollArea* area = scrolled(content, this);
    area->setFixedWidth(answerWidth);
    return area;
}

QWidget* TrafficPage::makeLinks() {
    auto* holder = new QWidget(m_tabs);
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    m_links->setAccessibleName(tr("Fullest links"));
    layout->addWidget(m_links);
    return holder;
}

void TrafficPage::showTab(Tab tab) {
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void TrafficPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_study.watch(true);
    if (m_isStale) refresh();
}

void TrafficPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_study.watch(false);
}

void TrafficPage::refresh() {
    m_isStale = !isVisible();
    if (m_isStale) return;
    const bridge::NetworkAnswerPtr& answer = m_study.answer();
    m_stack->setCurrentIndex(answer == nullptr ? 0 : 1);
    if (answer != nullptr) showAnswer(*answer);
}

void TrafficPage::showAnswer(const bridge::NetworkAnswer& answer) {
    m_problem->setVisible(!answer.study);
    if (!answer.study) {
        m_problem->setText(answer.failure ? bridge::errorText(*answer.failure) : QString());
        m_facts->setFigures({});
        m_bottleneck->clear();
        m_derivation->clear();
        m_links->setRows({});
        return;
    }
    m_facts->setFigures(trafficFacts(answer));
    const QString neck = arcName(answer.plan(), answer.study->flows.bottleneck);
    m_bottleneck->setText(neck.isEmpty() ? tr("No link holds the traffic back.")
                                         : tr("Bottleneck: %1").arg(neck));
    m_derivation->setText(collectiveDerivation(answer).join(u'\n'));
    m_links->setRows(fullestLinks(answer, mostLinks));
}

}  // namespace halltwin::views::network
