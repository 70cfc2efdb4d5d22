// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/event_picker.h"

#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/diagram/event_model.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace halltwin::views::diagram {

namespace {

constexpr QSize popupSize{420, 440};

/// Headings in small type, events with their sentence below the name.
class EventDelegate : public QStyledItemDelegate {
public:
    EventDelegate(const bridge::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent),
          m_theme(theme) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        const bool isHeading = index.data(EventModel::IsHeadingRole).toBool();
        return {option.rect.width(), isHeading ? 28 : 44};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const bridge::ThemeColors& colors = m_theme.colors();
        const QRect box = option.rect.adjusted(bridge::space::s, 0, -bridge::space::s, 0);
        painter->save();
        if (index.data(EventModel::IsHeadingRole).toBool()) {
            painter->setFont(bridge::Theme::font(bridge::TextStyle::Caption));
            painter->setPen(colors.textMuted);
            painter->drawText(box.adjusted(0, 0, 0, -3), Qt::AlignLeft | Qt::AlignBottom,
                              index.data().toString());
        } else {
            paintEvent(*painter, option, index, box);
        }
        painter->restore();
    }

private:
    void paintEvent(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                    const QRect& box) const {
        const bridge::ThemeColors& colors = m_theme.colors();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            const bool isSelected = option.state & QStyle::State_Selected;
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(isSelected ? colors.accentSoft : colors.raised);
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 4, 4);
        }
        const auto line = [&](bridge::TextStyle style, const QColor& color, const QString& text,
                              int top) {
            painter.setFont(bridge::Theme::font(style));
            painter.setPen(color);
            const QRect area(box.left(), box.top() + top, box.width(), 20);
            painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
        };
        line(bridge::TextStyle::Body, colors.text, index.data().toString(), 3);
        line(bridge::TextStyle::Caption, colors.textMuted,
             index.data(EventModel::DescriptionRole).toString(), 21);
    }

    const bridge::Theme& m_theme;
};

}  // namespace

EventPicker::EventPicker(const bridge::ViewContext& context, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_context(context),
      m_model(new EventModel(this)),
      m_search(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_hint(new QLabel(this)) {
    setObjectName(QStringLiteral("eventPicker"));
    setAccessibleName(tr("Events to play"));
    setProperty("card", true);
    setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName(QStringLiteral("events.search"));
    m_search->setPlaceholderText(tr("Search events…"));
    m_search->setAccessibleName(tr("Search events"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("events.list"));
    m_list->setAccessibleName(tr("Events of the power chain"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EventDelegate(context.theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_hint->setObjectName(QStringLiteral("events.hint"));
    m_hint->setWordWrap(true);
    m_hint->setProperty("muted", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::s, bridge::space::s, bridge::space::s,
                               bridge::space::s);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(m_search);
    layout->addWidget(m_hint);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setFilter(words);
        chooseFirst();
    });
    connect(m_list, &QListView::clicked, this, &EventPicker::choose);
    connect(m_list, &QListView::activated, this, &EventPicker::choose);
}

void EventPicker::openAbove(const QWidget& anchor) {
    m_search->clear();
    const QRect screen = anchor.screen()->availableGeometry();
    const QSize size = popupSize.boundedTo(screen.size());
    const QPoint corner = anchor.mapToGlobal(QPoint(0, -4)) - QPoint(0, size.height());
    resize(size);
    move(std::clamp(corner.x(), screen.left(), screen.right() - size.width()),
         std::clamp(corner.y(), screen.top(), screen.bottom() - size.height()));
    refresh();
    show();
    m_search->setFocus();
}

void EventPicker::refresh() {
    const bridge::TwinResultPtr& answer = m_context.twin.latest();
    if (answer == m_listed) return tellEmptiness();
    m_listed = answer;
    m_model->setEvents({});
    if (answer == nullptr) return tellEmptiness();
    m_job.want([this, answer, project = m_context.twin.latestProject(),
                catalog = m_context.session.sharedCatalog()] {
        std::vector<bridge::TrialEvent> events;
        for (const power::NamedEvent& event : power::eventsOf(answer->chain, *project, *catalog))
            events.push_back(trialEventOf(event));
        return [this, events = std::move(events)] {
            m_model->setEvents(events);
            chooseFirst();
        };
    });
    tellEmptiness();
}

void EventPicker::tellEmptiness() {
    m_hint->setVisible(m_model->rowCount() == 0);
    if (!m_job.isIdle()) {
        m_hint->setText(tr("Looking for what can happen to this chain…"));
    } else if (m_model->events().empty()) {
        m_hint->setText(tr("There is no power chain yet. Place a utility feed, connect it to a "
                           "board and racks, and the events that can befall it appear here."));
    } else {
        m_hint->setText(tr("No event holds these words."));
    }
}

void EventPicker::chooseFirst() {
    tellEmptiness();
    const int first = m_model->nextEvent(0, 1);
    if (first < 0) return;
    m_list->setCurrentIndex(m_model->index(first));
    m_list->scrollToTop();
}

void EventPicker::moveChoice(int step) {
    const int row = m_model->nextEvent(m_list->currentIndex().row() + step, step > 0 ? 1 : -1);
    if (row >= 0) m_list->setCurrentIndex(m_model->index(row));
}

void EventPicker::choose(const QModelIndex& index) {
    const bridge::TrialEvent* event = m_model->eventAt(index.row());
    if (event == nullptr) return;
    const bridge::TrialEvent wanted = *event;
    hide();
    emit chosen(wanted);
}

bool EventPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down: moveChoice(1); return true;
        case Qt::Key_Up: moveChoice(-1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
        default: return QFrame::eventFilter(watched, event);
    }
}

}  // namespace halltwin::views::diagram
