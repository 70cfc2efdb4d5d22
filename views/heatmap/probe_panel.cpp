// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/probe_panel.h"

#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/heatmap/probe_chart.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace halltwin::views::heatmap {
namespace {

QIcon dotOf(const QColor& color) {
    QPixmap picture(24, 24);
    picture.setDevicePixelRatio(2.0);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1.0, 1.0, 10.0, 10.0));
    return QIcon(picture);
}

QString placeText(const Probe& probe, const Project& project) {
    const Hall* hall = project.halls.find(probe.hall);
    const QString name = hall == nullptr ? QString() : QString::fromStdString(hall->name);
    const auto length = [](Length value) {
        return bridge::formatWithUnit(value.in(metres), 2, QStringLiteral("m"));
    };
    return ProbePanel::tr("%1 · x %2 · y %3 · %4 high")
        .arg(name, length(probe.at.x), length(probe.at.y), length(probe.height));
}

}  // namespace

ProbePanel::ProbePanel(const bridge::ViewContext& context, ProbeBook& book, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_book(book),
      m_hint(new QLabel(tr("No probes yet. Choose the probe tool (I) and click on the plan: the "
                           "air there is watched from then on, and each edit adds to its history."),
                        this)),
      m_list(new QTreeWidget(this)),
      m_quantity(new QComboBox(this)),
      m_chart(new ProbeChart(book, context.theme, this)),
      m_remove(new QPushButton(tr("Remove"), this)),
      m_details(new QWidget(this)) {
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_hint->setWordWrap(true);
    m_hint->setProperty("muted", true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_list->setObjectName(QStringLiteral("probeList"));
    m_list->setAccessibleName(tr("Probes"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("No."), tr("°C"), tr("m/s"), tr("Pa")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    for (int column = 1; column < 4; ++column)
        m_list->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_quantity->setObjectName(QStringLiteral("probeQuantity"));
    m_quantity->setAccessibleName(tr("AirQuantity of the history"));
    for (const bridge::AirQuantity quantity : bridge::airQuantities)
        m_quantity->addItem(quantityName(quantity));
    m_remove->setObjectName(QStringLiteral("removeProbe"));

    auto* row = new QHBoxLayout;
    row->setSpacing(bridge::space::s);
    row->addWidget(m_quantity, 1);
    row->addWidget(m_remove);
    auto* inner = new QVBoxLayout(m_details);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(bridge::space::s);
    m_list->setMinimumHeight(90);
    inner->addWidget(m_list, 2);
    inner->addLayout(row);
    inner->addWidget(m_chart, 3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::s);
    layout->addWidget(m_hint);
    layout->addWidget(m_details, 1);

    connect(m_quantity, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_chart->setQuantity(static_cast<bridge::AirQuantity>(index)); });
    connect(m_remove, &QPushButton::clicked, this, &ProbePanel::removeSelected);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ProbePanel::refreshSelection);
    connect(&book, &ProbeBook::changed, this, &ProbePanel::refresh);
    connect(&context.theme, &bridge::Theme::changed, this, &ProbePanel::refresh);
    refresh();
}

int ProbePanel::selected() const {
    const auto items = m_list->selectedItems();
    return items.isEmpty() ? 0 : items.front()->data(0, Qt::UserRole).toInt();
}

void ProbePanel::refresh() {
    const int before = selected();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Probe& probe : m_book.probes()) {
            auto* item = new QTreeWidgetItem(m_list);
            item->setData(0, Qt::UserRole, probe.number);
            item->setText(0, QString::number(probe.number));
            item->setIcon(0, dotOf(m_context.theme.seriesColor(probe.number - 1)));
            for (const bridge::AirQuantity quantity : bridge::airQuantities) {
                const int column = static_cast<int>(quantity) + 1;
                const QString text = probe.now ? bridge::formatNumber(valueOf(quantity, *probe.now),
                                                                      lookOf(quantity).decimals)
                                               : QStringLiteral("–");
                item->setText(column, text);
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
            }
            for (int column = 0; column < 4; ++column)
                item->setToolTip(column, placeText(probe, m_context.session.project()));
            item->setSelected(probe.number == before);
        }
    }
    const bool isEmpty = m_book.probes().empty();
    m_hint->setVisible(isEmpty);
    m_details->setVisible(!isEmpty);
    refreshSelection();
}

void ProbePanel::refreshSelection() {
    m_chart->setSelected(selected());
    m_remove->setEnabled(selected() != 0);
}

void ProbePanel::removeSelected() {
    if (selected() != 0) m_book.remove(selected());
}

void ProbePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete) return removeSelected();
    QWidget::keyPressEvent(event);
}

}  // namespace halltwin::views::heatmap
