// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/piping.h"
#include "views/bridge/latest_job.h"
#include "views/bridge/view_context.h"
#include "views/inspector/field.h"
#include "views/inspector/item_figures.h"

#include <QWidget>
#include <string>
#include <vector>

class QLabel;

namespace halltwin::views::inspector {

class EntityForm;
class FigureList;

/// Flow, temperatures, size, velocity, pressure drop and heat gain of a pair of pipes.
[[nodiscard]] std::vector<ItemFigure> pipeFigures(const twin::PipeAnswer& pipe);

/// The selected cooling link: length, bore and insulation of its pipes to edit, and what flows.
class PipePage : public QWidget {
    Q_OBJECT

public:
    explicit PipePage(const bridge::ViewContext& context, QWidget* parent = nullptr);

    void refresh();
    void refreshFigures();

private:
    void onEdited(const std::string& name, const FieldValue& value);
    void showFigures(const std::vector<ItemFigure>& figures);

    bridge::ViewContext m_context;
    QLabel* m_title;
    EntityForm* m_form;
    FigureList* m_figures;
    QWidget* m_figuresHeading;
    bridge::LatestJob m_job;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::inspector
