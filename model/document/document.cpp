// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/document.h"

#include "model/document/observer_list.h"

#include <iterator>
#include <utility>

namespace halltwin::document {

Document::Document(Project project) : m_observers(std::make_shared<ObserverList>()) {
    m_history.push_back({{}, std::make_shared<const Project>(std::move(project))});
    m_saved = snapshot();
}

Document::~Document() = default;

Result<ChangeSet> Document::apply(const edit::AnyEdit& edit, const MergeKey& key) {
    Result<Project> edited = edit::apply(project(), edit);
    if (!edited) return tl::unexpected(edited.error());
    ChangeSet change = diff(project(), *edited);
    if (change.isEmpty()) return change;

    HistoryStep step{edit::label(edit), std::make_shared<const Project>(std::move(*edited))};
    if (!key.empty() && key == m_openKey) {
        m_history[m_position].project = std::move(step.project);
    } else {
        m_history.erase(std::next(m_history.begin(), static_cast<std::ptrdiff_t>(m_position) + 1),
                        m_history.end());
        m_history.push_back(std::move(step));
        ++m_position;
    }
    m_openKey = key;
    notify(change);
    return change;
}

ChangeSet Document::undo() {
    return canUndo() ? moveTo(m_position - 1) : ChangeSet{};
}

ChangeSet Document::redo() {
    return canRedo() ? moveTo(m_position + 1) : ChangeSet{};
}

edit::EditLabel Document::undoLabel() const {
    return canUndo() ? m_history[m_position].label : edit::EditLabel{};
}

edit::EditLabel Document::redoLabel() const {
    return canRedo() ? m_history[m_position + 1].label : edit::EditLabel{};
}

ChangeSet Document::jumpTo(std::size_t position) {
    if (position >= m_history.size() || position == m_position) return {};
    return moveTo(position);
}

ChangeSet Document::replace(Project project) {
    ChangeSet change = diff(*snapshot(), project);
    change.projectReplaced = true;
    m_history.clear();
    m_history.push_back({{}, std::make_shared<const Project>(std::move(project))});
    m_position = 0;
    m_openKey.clear();
    m_saved = snapshot();
    notify(change);
    return change;
}

void Document::markSaved() {
    m_saved = snapshot();
    m_openKey.clear();
}

void Document::markUnsaved() {
    m_saved.reset();
    m_openKey.clear();
}

Subscription Document::subscribe(Observer observer) {
    return {m_observers, m_observers->add(std::move(observer))};
}

ChangeSet Document::moveTo(std::size_t position) {
    const std::shared_ptr<const Project> before = snapshot();
    m_position = position;
    m_openKey.clear();
    ChangeSet change = diff(*before, project());
    notify(change);
    return change;
}

void Document::notify(const ChangeSet& change) {
    m_observers->tell(change, snapshot());
}

}  // namespace halltwin::document
