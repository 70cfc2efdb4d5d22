// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace halltwin::views::bridge {

class ProjectSession;
class Selection;
class Theme;
class TwinFeed;

/// What every view is made with. The objects outlive the views.
struct ViewContext {
    ProjectSession& session;
    Selection& selection;
    TwinFeed& twin;
    Theme& theme;
};

}  // namespace halltwin::views::bridge
