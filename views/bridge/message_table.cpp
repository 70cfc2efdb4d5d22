// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/message_table.h"

#include <QtGlobal>
#include <algorithm>
#include <iterator>

namespace halltwin::views::bridge {

namespace {

constexpr IssueText issueTexts[] = {
    {"layout.overlap", QT_TRANSLATE_NOOP("Issue", "%1 and %2 overlap"),
     QT_TRANSLATE_NOOP("Issue", "Move one of them")},
    {"layout.tile-covered",
     QT_TRANSLATE_NOOP("Issue", "%2 stands on %1, which then supplies no air"),
     QT_TRANSLATE_NOOP("Issue",
                       "Move one of them, or replace the perforated tile by a closed one")},
    {"layout.clearance",
     QT_TRANSLATE_NOOP("Issue", "%1: %2 is in the %4 m of service space at its %3"),
     QT_TRANSLATE_NOOP("Issue", "Widen the aisle, or turn or move one of them")},
    {"layout.outside-hall", QT_TRANSLATE_NOOP("Issue", "%1 reaches outside %2"),
     QT_TRANSLATE_NOOP("Issue", "Move it inside, or make the hall larger")},
    {"layout.tile-over-slab",
     QT_TRANSLATE_NOOP("Issue", "%1 lies on a slab: %2 has no floor void to supply it"),
     QT_TRANSLATE_NOOP("Issue", "Give the hall a floor void, or remove the tile")},
    {"layout.no-ceiling-void",
     QT_TRANSLATE_NOOP("Issue", "%1 opens into a ceiling void, and %2 has none"),
     QT_TRANSLATE_NOOP("Issue", "Give the hall a ceiling void, or choose another type")},
    {"cooling.door-without-rack",
     QT_TRANSLATE_NOOP("Issue", "%1 hangs on no rack and cools nothing"),
     QT_TRANSLATE_NOOP("Issue", "Move it flush to the rear of a rack and turn it like the rack")},
    {"cooling.cdu-overload",
     QT_TRANSLATE_NOOP("Issue", "%1 takes %2 kW, above its rating of %3 kW"),
     QT_TRANSLATE_NOOP("Issue", "Move racks to another unit, or choose a larger one")},
    {"power.no-cord", QT_TRANSLATE_NOOP("Issue", "%1 has no power cord"),
     QT_TRANSLATE_NOOP("Issue", "Connect it to a PDU, better to two")},
    {"power.single-cord", QT_TRANSLATE_NOOP("Issue", "%1 hangs on one source only: no redundancy"),
     QT_TRANSLATE_NOOP("Issue", "Add a cord from a second source on the other feed")},
    {"power.wrong-kind", QT_TRANSLATE_NOOP("Issue", "%1 cannot supply %2 with power"),
     QT_TRANSLATE_NOOP("Issue",
                       "Remove the link: power flows utility, transformer, UPS, PDU, load")},
    {"cooling.no-cooler", QT_TRANSLATE_NOOP("Issue", "%1 has racks and nothing that cools it"),
     QT_TRANSLATE_NOOP("Issue", "Place coolers in the hall")},
    {"cooling.no-source", QT_TRANSLATE_NOOP("Issue", "%1 (%2 kW) gets no chilled water"),
     QT_TRANSLATE_NOOP("Issue", "Connect it to a pump set, and that to a chiller")},
    {"cooling.no-chiller", QT_TRANSLATE_NOOP("Issue", "%1 has no chiller to cool its water"),
     QT_TRANSLATE_NOOP("Issue", "Connect a chiller to it")},
    {"cooling.no-water", QT_TRANSLATE_NOOP("Issue", "%1 has no chilled water"),
     QT_TRANSLATE_NOOP("Issue", "Connect a pump set to it")},
    {"cooling.wrong-kind", QT_TRANSLATE_NOOP("Issue", "%1 cannot supply %2 with chilled water"),
     QT_TRANSLATE_NOOP("Issue",
                       "Remove the link: water flows chiller, pump set, and on to a chilled-water "
                       "cooler, a rear door, a liquid-cooled rack or a distribution unit")},
    {"energy.shares", QT_TRANSLATE_NOOP("Issue", "The energy mix sums to %1 %, not 100 %"),
     QT_TRANSLATE_NOOP("Issue", "Set the share of one source anew: the others then follow")},
    {"hall.zero-size",
     QT_TRANSLATE_NOOP("Issue", "%1 has no inside: width, depth or height is zero"),
     QT_TRANSLATE_NOOP("Issue", "Enter the inner sizes of the hall")},
    {"power.link-ignored", QT_TRANSLATE_NOOP("Issue", "No power can flow from %1 to %2"),
     QT_TRANSLATE_NOOP("Issue",
                       "Remove the link: a load passes no power on and a utility feed takes none")},
    {"power.loop", QT_TRANSLATE_NOOP("Issue", "The power chain runs in a loop through %1"),
     QT_TRANSLATE_NOOP("Issue", "Remove one of the links between them; until then they are dark")},
    {"power.overload", QT_TRANSLATE_NOOP("Issue", "%1 is overloaded: %2 kW of %3 kW (%4 %)"),
     QT_TRANSLATE_NOOP("Issue", "Move load to another element or choose a larger one")},
    {"power.continuous-load",
     QT_TRANSLATE_NOOP("Issue",
                       "%1 carries %2 kW of %3 kW (%4 %), above the %5 % for continuous load"),
     QT_TRANSLATE_NOOP("Issue", "Move load to another element or choose a larger one")},
    {"power.over-range",
     QT_TRANSLATE_NOOP("Issue", "%1 carries %2 kW; its loss is counted as at %3 % of its rating"),
     QT_TRANSLATE_NOOP("Issue", "Remove the overload; the loss shown is too low until then")},
    {"power.rating-missing",
     QT_TRANSLATE_NOOP("Issue", "%1 has no rating: its loading is not checked"),
     QT_TRANSLATE_NOOP("Issue", "Give it a rating in its catalogue entry")},
    {"power.uncorded", QT_TRANSLATE_NOOP("Issue", "%1 (%2 kW) has no path to a utility feed"),
     QT_TRANSLATE_NOOP("Issue", "Connect it to a PDU that a utility feed supplies")},
};

constexpr EditText editTexts[] = {
    {"edit.add-hall", QT_TRANSLATE_NOOP("Edit", "Add hall %1"), nullptr},
    {"edit.array-items", QT_TRANSLATE_NOOP("Edit", "Array of 1 item"),
     QT_TRANSLATE_NOOP("Edit", "Array of %1 items")},
    {"edit.connect-cooling", QT_TRANSLATE_NOOP("Edit", "Connect chilled water"), nullptr},
    {"edit.connect-power", QT_TRANSLATE_NOOP("Edit", "Connect power, feed %1"), nullptr},
    {"edit.delete-items", QT_TRANSLATE_NOOP("Edit", "Delete 1 item"),
     QT_TRANSLATE_NOOP("Edit", "Delete %1 items")},
    {"edit.disconnect-cooling", QT_TRANSLATE_NOOP("Edit", "Disconnect 1 cooling link"),
     QT_TRANSLATE_NOOP("Edit", "Disconnect %1 cooling links")},
    {"edit.disconnect-power", QT_TRANSLATE_NOOP("Edit", "Disconnect 1 power link"),
     QT_TRANSLATE_NOOP("Edit", "Disconnect %1 power links")},
    {"edit.duplicate-items", QT_TRANSLATE_NOOP("Edit", "Duplicate 1 item"),
     QT_TRANSLATE_NOOP("Edit", "Duplicate %1 items")},
    {"edit.generate-row", QT_TRANSLATE_NOOP("Edit", "Place a row of 1"),
     QT_TRANSLATE_NOOP("Edit", "Place a row of %1")},
    {"edit.move-items", QT_TRANSLATE_NOOP("Edit", "Move 1 item"),
     QT_TRANSLATE_NOOP("Edit", "Move %1 items")},
    {"edit.paste-items", QT_TRANSLATE_NOOP("Edit", "Paste 1 item"),
     QT_TRANSLATE_NOOP("Edit", "Paste %1 items")},
    {"edit.place-items", QT_TRANSLATE_NOOP("Edit", "Place 1 item"),
     QT_TRANSLATE_NOOP("Edit", "Place %1 items")},
    {"edit.remove-hall", QT_TRANSLATE_NOOP("Edit", "Remove hall"), nullptr},
    {"edit.remove-scenario", QT_TRANSLATE_NOOP("Edit", "Remove scenario"), nullptr},
    {"edit.rotate-items", QT_TRANSLATE_NOOP("Edit", "Rotate 1 item"),
     QT_TRANSLATE_NOOP("Edit", "Rotate %1 items")},
    {"edit.set-economics", QT_TRANSLATE_NOOP("Edit", "Change prices and rates"), nullptr},
    {"edit.set-energy-mix", QT_TRANSLATE_NOOP("Edit", "Change energy mix"), nullptr},
    {"edit.set-info", QT_TRANSLATE_NOOP("Edit", "Change project details"), nullptr},
    {"edit.set-scenario", QT_TRANSLATE_NOOP("Edit", "Change scenario %1"), nullptr},
    {"edit.set-site", QT_TRANSLATE_NOOP("Edit", "Change site"), nullptr},
    {"edit.update-hall", QT_TRANSLATE_NOOP("Edit", "Change hall %1"), nullptr},
    {"edit.update-items", QT_TRANSLATE_NOOP("Edit", "Change 1 item"),
     QT_TRANSLATE_NOOP("Edit", "Change %1 items")},
};

}  // namespace

const IssueText* findIssueText(std::string_view rule) {
    const auto* at = std::find_if(std::begin(issueTexts), std::end(issueTexts),
                                  [rule](const IssueText& entry) { return entry.rule == rule; });
    return at == std::end(issueTexts) ? nullptr : at;
}

const EditText* findEditText(std::string_view code) {
    const auto* at = std::find_if(std::begin(editTexts), std::end(editTexts),
                                  [code](const EditText& entry) { return entry.code == code; });
    return at == std::end(editTexts) ? nullptr : at;
}

}  // namespace halltwin::views::bridge
