// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/figure_list.h"

#include <QGridLayout>
#include <QLabel>

namespace halltwin::views::inspector {

FigureList::FigureList(bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_layout(new QGridLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(bridge::space::s);
    m_layout->setVerticalSpacing(bridge::space::xs);
    m_layout->setColumnStretch(1, 1);
}

void FigureList::setFigures(const std::vector<ItemFigure>& figures) {
    while (m_lines.size() < figures.size()) {
        Line line{new QLabel(this), new QLabel(this)};
        line.name->setProperty("muted", true);
        line.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int row = static_cast<int>(m_lines.size());
        m_layout->addWidget(line.name, row, 0);
        m_layout->addWidget(line.value, row, 1);
        m_lines.push_back(line);
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool used = i < figures.size();
        m_lines[i].name->setVisible(used);
        m_lines[i].value->setVisible(used);
        if (used) show(m_lines[i], figures[i]);
    }
}

void FigureList::show(Line& line, const ItemFigure& figure) {
    line.name->setText(figure.name);
    line.value->setText(figure.value);
    QColor color = m_theme.colors().text;
    if (figure.tone == FigureTone::Warning) color = m_theme.colors().warning;
    if (figure.tone == FigureTone::Bad) color = m_theme.colors().danger;
    QPalette palette = line.value->palette();
    palette.setColor(QPalette::WindowText, color);
    line.value->setPalette(palette);
}

QLabel* sectionHeading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    label->setContentsMargins(0, bridge::space::s, 0, 0);
    return label;
}

}  // namespace halltwin::views::inspector
