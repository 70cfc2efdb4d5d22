// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/hash.h"
#include "tests/support/catch.h"

using namespace halltwin;

TEST_CASE("Fingerprints equal the published values of FNV-1a with 64 bits") {
    // G. Fowler, L. C. Noll, K.-P. Vo and D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm",
    // test vectors.
    CHECK(fingerprint("") == 0xcbf29ce484222325ULL);
    CHECK(fingerprint("a") == 0xaf63dc4c8601ec8cULL);
    CHECK(fingerprint("foobar") == 0x85944171f73967e8ULL);
}

TEST_CASE("The text of a fingerprint has 16 hexadecimal digits") {
    CHECK(fingerprintText("foobar") == "85944171f73967e8");
    CHECK(fingerprintText("").size() == 16);
}

TEST_CASE("Bytes above 127 count as unsigned") {
    CHECK(fingerprint("\xff") == (0xcbf29ce484222325ULL ^ 0xffULL) * 1099511628211ULL);
}
