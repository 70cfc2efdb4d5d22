// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/pipe_page.h"

#include "model/edit/set_pipes.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/entity_form.h"
#include "views/inspector/figure_list.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace halltwin::views::inspector {

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("PipeFigures", english);
}

const CoolingLink* selectedLink(const bridge::ViewContext& context) {
    const auto id = context.selection.coolingLink();
    return id ? context.session.project().coolingLinks.find(*id) : nullptr;
}

}  // namespace

std::vector<ItemFigure> pipeFigures(const twin::PipeAnswer& pipe) {
    const auto flow =
        bridge::formatWithUnit(pipe.pair.flow.in(litresPerSecond), 2, QStringLiteral("L/s"));
    const QString size =
        QStringLiteral("DN %1, %2")
            .arg(pipe.dn)
            .arg(bridge::formatWithUnit(pipe.pair.bore.in(millimetres), 1, QStringLiteral("mm")));
    std::vector<ItemFigure> figures{
        {text("Water flow"), flow},
        {pipe.isBoreDrawn ? text("Size, drawn") : text("Size, by rated flow"), size},
        {pipe.isLengthDrawn ? text("Length, drawn") : text("Length, along the axes"),
         bridge::formatLength(pipe.pair.length)},
        {text("Insulation"), bridge::formatMillimetres(pipe.pair.insulation)}};
    if (!pipe.hasWater) return figures;
    figures.push_back({text("Supply"), bridge::formatTemperature(pipe.pair.supply)});
    figures.push_back({text("Return"), bridge::formatTemperature(pipe.pair.returning)});
    figures.push_back(
        {text("Velocity"),
         bridge::formatWithUnit(pipe.state.velocity.in(metresPerSecond), 2, QStringLiteral("m/s")),
         pipe.state.isFast ? FigureTone::Warning : FigureTone::Plain});
    figures.push_back(
        {text("Pressure drop, both pipes"),
         bridge::formatWithUnit(pipe.state.drop.in(kilopascals), 1, QStringLiteral("kPa"))});
    figures.push_back(
        {text("Drop per metre"),
         bridge::formatWithUnit(pipe.state.dropPerMetre.in(pascals), 0, QStringLiteral("Pa/m"))});
    figures.push_back(
        {pipe.state.gain.si() < 0.0 ? text("Heat lost") : text("Heat gained"),
         bridge::formatPower(pipe.state.gain.si() < 0.0 ? -pipe.state.gain : pipe.state.gain)});
    return figures;
}

PipePage::PipePage(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel(this)),
      m_form(new EntityForm("cooling_link", this)),
      m_figures(new FigureList(context.theme, this)),
      m_figuresHeading(sectionHeading(tr("Now"), this)) {
    setObjectName(QStringLiteral("inspector.pipe"));
    m_title->setFont(bridge::Theme::font(bridge::TextStyle::Heading));
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("inspector.pipe.title"));
    m_figures->setObjectName(QStringLiteral("inspector.pipe.figures"));
    auto* hint =
        new QLabel(tr("An empty length is the way between both ends along the axes; an "
                      "empty bore is the smallest standard size for its part of the rated flow."),
                   this);
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::m,
                               bridge::space::m);
    layout->setSpacing(bridge::space::s);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_form),
          static_cast<QWidget*>(hint), m_figuresHeading, static_cast<QWidget*>(m_figures)})
        layout->addWidget(widget);
    layout->addStretch();
    connect(m_form, &EntityForm::edited, this, &PipePage::onEdited);
    showFigures({});
}

void PipePage::refresh() {
    const CoolingLink* link = selectedLink(m_context);
    if (link == nullptr) return;
    const Project& project = m_context.session.project();
    const auto title = [&](ItemId id) {
        const Item* item = project.items.find(id);
        return item == nullptr ? QString() : bridge::itemTitle(*item, m_context.session.catalog());
    };
    m_title->setText(tr("Pipes, %1 to %2").arg(title(link->from), title(link->to)));
    m_form->setFields(pick(readFields(*link), {"length_m", "bore_mm", "insulation_mm"}));
    refreshFigures();
}

void PipePage::refreshFigures() {
    const CoolingLink* link = selectedLink(m_context);
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    const auto& project = m_context.twin.latestProject();
    if (link == nullptr || result == nullptr || project == nullptr) return showFigures({});
    m_job.want([this, id = link->id, result, project, catalog = m_context.session.sharedCatalog()] {
        std::vector<ItemFigure> figures;
        const twin::Piping piping = twin::pipingOf(*project, *catalog, *result);
        if (const twin::PipeAnswer* pipe = piping.pipe(id)) figures = pipeFigures(*pipe);
        return [this, figures] { showFigures(figures); };
    });
}

void PipePage::showFigures(const std::vector<ItemFigure>& figures) {
    m_figuresHeading->setVisible(!figures.empty());
    m_figures->setFigures(figures);
}

void PipePage::onEdited(const std::string& name, const FieldValue& value) {
    const CoolingLink* link = selectedLink(m_context);
    if (link == nullptr) return;
    edit::SetPipes edit{{*link}};
    writeField(edit.links.front(), name, value);
    if (!m_context.session.apply(edit)) refresh();
}

}  // namespace halltwin::views::inspector
