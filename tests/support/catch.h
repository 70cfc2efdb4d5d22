// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place that names the test library's header: a change of its version changes this file
// only.
#include <catch2/catch.hpp>
