// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch_session.h"

#include "tests/support/catch.h"

#include <cstdlib>
#include <fstream>

namespace {

void writeReport(std::size_t passed, std::size_t failed) {
    if (const char* path = std::getenv("HALLTWIN_TEST_REPORT"))
        std::ofstream(path) << "passed " << passed << "\nfailed " << failed << '\n';
}

/// Keeps the report file up to date beside whichever reporter prints.
class CountListener : public Catch::TestEventListenerBase {
public:
    using TestEventListenerBase::TestEventListenerBase;

    void testRunStarting(const Catch::TestRunInfo& info) override {
        TestEventListenerBase::testRunStarting(info);
        writeReport(0, 1);
    }

    void testCaseEnded(const Catch::TestCaseStats& stats) override {
        TestEventListenerBase::testCaseEnded(stats);
        m_cases += stats.totals.testCases;
        writeReport(m_cases.passed + m_cases.failedButOk, m_cases.failed + 1);
    }

    void testRunEnded(const Catch::TestRunStats& stats) override {
        TestEventListenerBase::testRunEnded(stats);
        const Catch::Counts& cases = stats.totals.testCases;
        writeReport(cases.passed + cases.failedButOk, cases.failed);
    }

private:
    Catch::Counts m_cases;
};

CATCH_REGISTER_LISTENER(CountListener)

}  // namespace

int halltwin::tests::runCatchSession(int argc, char* argv[]) {
    return Catch::Session().run(argc, argv);
}
