// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/file_io.h"
#include "model/exchange/file_kind.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <string_view>

using namespace halltwin;
using namespace std::string_view_literals;

TEST_CASE("a file's kind is told by its content, not by its name") {
    const tests::ScratchFolder folder;
    const auto file = folder / "project.xyz";
    const auto write = [&](std::string_view bytes) { REQUIRE(writeFileAtomically(file, bytes)); };

    write("\xEF\xBB\xBF \n\t{\"format\": 1}");
    CHECK(exchange::looksLikeJson(file));
    CHECK_FALSE(exchange::looksLikeSqlite(file));

    write("SQLite format 3\0and more"sv);
    CHECK(exchange::looksLikeSqlite(file));
    CHECK_FALSE(exchange::looksLikeJson(file));

    for (const auto other : {""sv, "SQLite format 3"sv, "[1]"sv, "plain text"sv}) {
        write(other);
        CHECK_FALSE(exchange::looksLikeJson(file));
        CHECK_FALSE(exchange::looksLikeSqlite(file));
    }
    CHECK_FALSE(exchange::looksLikeJson(folder / "absent"));
    CHECK_FALSE(exchange::looksLikeSqlite(folder.path()));
}
