// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace halltwin::tests {

/// Runs the tests linked into this program; returns its exit status.
/// When HALLTWIN_TEST_REPORT names a file, the numbers of test cases are written there as `passed
/// N` and `failed N`; a program that dies half-way leaves the case it was in counted as failed.
int runCatchSession(int argc, char* argv[]);

}  // namespace halltwin::tests
