// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/document/subscription.h"
#include "model/edit/edits.h"
#include "model/project/change_set.h"
#include "model/project/project.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace halltwin::document {

/// Joins edits to one undo step: an edit with the same key as the one before it extends that step
/// ("slider utilisation 17"). Empty: a step of its own. Undo, redo and saving end a step.
using MergeKey = std::string;

/// A state of the project with the edit that led to it.
struct HistoryStep {
    edit::EditLabel label;
    std::shared_ptr<const Project> project;
};

/// The current project with its history and those who watch it. Undo keeps whole snapshots, which
/// share what they have in common, so no edit needs inverse code. Observers hear of each change
/// after it is made, in the order they subscribed; a change that an observer makes is told after
/// the one it is being told of. Thread rule: one thread owns the document; snapshots may be read by
/// any.
class Document {
public:
    explicit Document(Project project = {});
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    [[nodiscard]] const Project& project() const { return *snapshot(); }
    [[nodiscard]] const std::shared_ptr<const Project>& snapshot() const {
        return m_history[m_position].project;
    }

    /// Applies the edit, tells observers and returns what changed; new ids are the change set's
    /// `added`. An edit that changes nothing leaves no step. Fails as the edit does, with the
    /// document as it was.
    Result<ChangeSet> apply(const edit::AnyEdit& edit, const MergeKey& key = {});

    /// Changes nothing, and returns an empty set, when there is nothing to undo or redo.
    ChangeSet undo();
    ChangeSet redo();
    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position + 1 < m_history.size(); }
    [[nodiscard]] edit::EditLabel
    undoLabel() const;  ///< of the edit that undo takes back; empty if none
    [[nodiscard]] edit::EditLabel redoLabel() const;

    /// All states from the first, whose label is empty, to the last that can be redone.
    [[nodiscard]] const std::vector<HistoryStep>& history() const { return m_history; }
    [[nodiscard]] std::size_t historyPosition() const { return m_position; }

    /// Goes to a state of the history. Changes nothing when there is no such state.
    ChangeSet jumpTo(std::size_t position);

    /// Puts another project in place with a fresh history, as after opening a file; it counts as
    /// saved.
    ChangeSet replace(Project project);

    /// False in the very state that was last saved, also when undo or redo led back to it.
    [[nodiscard]] bool isModified() const { return m_saved != snapshot(); }
    void markSaved();
    void markUnsaved();  ///< what is shown is in no file: a recovered or generated project

    /// Calls the observer after each change until the subscription goes.
    [[nodiscard]] Subscription subscribe(Observer observer);

private:
    ChangeSet moveTo(std::size_t position);
    void notify(const ChangeSet& change);

    std::vector<HistoryStep> m_history;
    std::size_t m_position = 0;
    MergeKey m_openKey;                      ///< key of the step that the next edit may join
    std::shared_ptr<const Project> m_saved;  ///< null: nothing of this history is saved
    std::shared_ptr<ObserverList> m_observers;
};

}  // namespace halltwin::document
