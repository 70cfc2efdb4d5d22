// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/transient.h"

namespace halltwin::thermal {

/// Whether these events can happen to this room within the time, and the settings can be used: else
/// InvalidArgument, OutOfRange or NotFound, naming the event and the device.
[[nodiscard]] Result<void> checkTransient(const RoomInput& room,
                                          const std::vector<TransientEvent>& events,
                                          const TransientSettings& settings);

/// What an action is called in messages.
[[nodiscard]] const char* nameOf(Action action);

}  // namespace halltwin::thermal
