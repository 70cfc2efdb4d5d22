// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/power/chain.h"
#include "model/power/trip_law.h"

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace halltwin::power {

inline constexpr std::string_view chargeFormula =
    "a charger draws its rated power until the store is full, and stores that · discharge "
    "efficiency; the whole store is energy · usable share; a battery without a charger of its own "
    "is charged by the UPS that it hangs on";
inline constexpr std::string_view crankingSource =
    "NFPA 110, 5.6.4.2: cranks for about 15 s and rests for about 15 s; three cycles are a typical "
    "value";
inline constexpr std::string_view rideThroughSource =
    "supply units of IT equipment carry on for 20 ms without voltage: ITI (CBEMA) application "
    "note, 2000";

/// Something that befalls an element from outside.
struct Incident {
    enum class Kind {
        Fails,
        Returns,       ///< repaired after a failure, or switched on again after a trip; a generator
                       ///< starts again when called
        FailsToStart,  ///< a generator that will not start when it is called next
        LosesModule,   ///< one of its parallel modules is out; with the last one it fails
        ReturnsModule,  ///< one of them is back
    };
    ItemId item;
    Duration at;
    Kind kind = Kind::Fails;
};

/// "fails", "returns" …: stable words for tables and scripts.
[[nodiscard]] std::string_view nameOf(Incident::Kind kind);

enum class Samples { Keep, Drop };

/// Whether batteries are charged while generators carry the load: many UPS hold their chargers
/// back then.
enum class ChargeOn { Mains, Generators };

struct SequenceSettings {
    TripLaw law;
    Duration horizon = seconds(4.0 * 3600.0);  ///< nothing is followed beyond
    Duration rideThrough = seconds(0.02);      ///< a shorter gap leaves no trace at a load
    std::map<ItemId, Duration> restart;        ///< by load: from the return of supply until it
                                               ///< takes power again; 0 where not named
    Samples samples = Samples::Keep;
    Duration retransfer = seconds(300.0);      ///< preferred side alive until a switch returns to
                                               ///< it; a typical value
    Duration staticRetransfer = seconds(3.0);  ///< of a static switch; a typical value
    Duration coolDown = seconds(300.0);  ///< a generator runs unloaded before it stops; a typical
                                         ///< value
    int startAttempts = 3;               ///< of a generator that will not start (crankingSource)
    Duration crank = seconds(15.0);      ///< of one attempt
    Duration crankRest = seconds(15.0);  ///< between two attempts
    double chargerShare = 0.1;  ///< charger of a UPS / its rating where none is stated; a typical
                                ///< value: a full discharge is back in about ten times its time
    ChargeOn chargeOn = ChargeOn::Mains;
};

struct SequenceEvent {
    enum class What {
        Failed,         ///< taken out from outside
        Returned,       ///< put back from outside
        Tripped,        ///< its protective device let go
        Dark,           ///< no living cord leads to a source any more
        Back,           ///< fed again; a load: takes power again
        Transferred,    ///< a transfer switch carries on over its other side
        OnBattery,      ///< a battery gives
        OffBattery,     ///< it rests again
        BatteryEmpty,   ///< it has nothing left
        Starting,       ///< a generator is called
        Running,        ///< it takes load
        StepTaken,      ///< it takes its next step of load
        Overstepped,    ///< it gets more load in one step than it accepts
        Stopped,        ///< it is no longer called
        FuelEmpty,      ///< it has run dry
        Loaded,         ///< carries more than its rating, too little to trip within the horizon
        Retransferred,  ///< a transfer switch is back on its preferred side
        StartFailed,    ///< a generator has cranked in vain
        CoolingDown,    ///< a generator is no longer needed and runs on unloaded
        Charging,       ///< a battery is charged
        Charged,        ///< it is full
        ModuleLost,     ///< one of the parallel modules is out
        ModuleBack,     ///< it is back
    };
    Duration at;
    ItemId item;  ///< of a tripped cord: its lower end
    What what = What::Failed;
    double loading = 0.0;  ///< of Tripped, Loaded and Overstepped: load / what it is made for; of
                           ///< ModuleLost and ModuleBack: rating that is left / rating
    ItemId cause;          ///< of Dark, Starting and Transferred: the element whose loss led to it
    PowerLinkId link;      ///< of a tripped cord

    bool operator==(const SequenceEvent&) const = default;
};

/// "failed", "tripped" …: stable words for tables and scripts.
[[nodiscard]] std::string_view nameOf(SequenceEvent::What what);

/// An element after an event.
struct ElementSample {
    bool energised = false;
    double loading = 0.0;
    Power output;
    Power fromBattery;    ///< of a battery: all that it gives
    double charge = 1.0;  ///< of a battery or of a generator's tank: share that is left
};

struct SequenceSample {
    Duration at;
    Power sourceInput;
    Power supplied;
    std::vector<ElementSample> elements;  ///< in the order of the input
};

/// Time in which a load took no power.
struct Outage {
    ItemId load;
    Duration from;
    std::optional<Duration> until;  ///< none: still dark at the end
    ItemId cause;                   ///< the element whose loss began it
};

/// What a failure comes to.
struct Sequence {
    std::vector<SequenceEvent> events;  ///< in the order of time; of one time: what happened first
    std::vector<SequenceSample> samples;  ///< one at each time at which something changed
    std::vector<Outage> outages;          ///< in the order in which they began
    std::vector<ItemId>
        darkLoads;             ///< at the end, in the order of the input; those dark before too
    std::vector<ItemId> gone;  ///< elements failed and tripped, in that order; not the returned
    Duration settled;          ///< when the last thing happened
    ChainResult end;           ///< the last state, without issues

    [[nodiscard]] bool trips() const;
};

/// Follows a chain through incidents, from its normal state at time 0. Loads with several cords
/// shift to the living ones. Transfer switches break for their transfer time, and return to A once
/// it has lived for the retransfer delay, or at once when B dies. Batteries give when nothing else
/// does, run down by Peukert's law and are charged again by chargeFormula when the mains are back.
/// A generator is called when something below it has lost the mains that it had, runs after its
/// start time, takes load in steps while batteries carry the rest, and cools down before it stops;
/// one that fails to start cranks for its attempts and is out until it returns. What is overloaded,
/// elements by their rating and cords by their breaker, uses up its trip time at the pace of its
/// load and goes; it is not taken to cool. Quasi-steady between events.
/// Fails as solveChain does, with NotFound where an incident names no element, and with
/// InvalidArgument where it asks something but a generator not to start, or names a time that is
/// negative or no number. Thread-safe.
[[nodiscard]] Result<Sequence> followFailure(const ChainInput& input,
                                             std::span<const Incident> incidents,
                                             const SequenceSettings& settings = {});

/// The same for elements that all fail at time 0.
[[nodiscard]] Result<Sequence> followFailure(const ChainInput& input,
                                             std::span<const ItemId> failed,
                                             const SequenceSettings& settings = {});

}  // namespace halltwin::power
