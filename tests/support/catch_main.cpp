// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch_session.h"

int main(int argc, char* argv[]) {
    return halltwin::tests::runCatchSession(argc, argv);
}
