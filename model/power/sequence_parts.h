// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/network.h"
#include "model/power/sequence.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace halltwin::power {

/// Moments closer together than this are one.
inline constexpr double togetherS = 1e-6;
inline constexpr double never = std::numeric_limits<double>::infinity();

/// What the parts of a sequence share: the clock, the state they change, and the events they tell.
struct SequenceClock {
    const Network& network;
    const SequenceSettings& settings;
    ChainState state;
    double nowS = 0.0;
    ItemId cause;  ///< the element lost last
    std::vector<SequenceEvent> events;

    void tell(ItemId item, SequenceEvent::What what, double loading = 0.0) {
        events.push_back({seconds(nowS), item, what, loading, {}, {}});
    }
    void tellCaused(ItemId item, SequenceEvent::What what, ItemId because) {
        events.push_back({seconds(nowS), item, what, 0.0, because, {}});
    }
    /// What a node owes its loss to: the element lost last where it stands above the node, else the
    /// nearest one above that is out, else the one lost last all the same.
    [[nodiscard]] ItemId causeFor(std::size_t node) const;
    [[nodiscard]] bool isDue(double atS) const { return atS <= nowS + togetherS; }
};

/// Positions of transfer switches.
class TransferWatch {
public:
    TransferWatch(SequenceClock& clock, const std::vector<std::uint8_t>& energised);

    /// Opens and closes switches by what lives now. True where one of them changed.
    bool update();
    [[nodiscard]] double nextS() const;

private:
    struct Switch {
        std::size_t node = 0;
        Feed side = Feed::A;
        double closesS = 0.0;     ///< of one that is open
        double returnsS = never;  ///< of one on B whose A side lives again
        bool back = false;        ///< on its way to A because A lives again
        ItemId cause;
    };
    /// Which sides live: A, B.
    using Living = std::array<bool, 2>;
    [[nodiscard]] Living livingSides(std::size_t node,
                                     const std::vector<std::uint8_t>& energised) const;
    [[nodiscard]] double returnDelayS(const Switch& one) const;
    /// The side that the switch wants now; notes when it may return.
    [[nodiscard]] Feed wantedSide(Switch& one, const Living& living) const;
    void leave(Switch& one, Feed side);
    void close(Switch& one);

    SequenceClock& m_clock;
    std::vector<Switch> m_switches;
};

/// Chargers of batteries (chargeFormula).
class ChargeWatch {
public:
    /// `batteries`: elements with a store.
    ChargeWatch(SequenceClock& clock, const std::vector<std::size_t>& batteries);

    /// What chargers draw now, for stores that are not full. While generators take their load in
    /// steps nothing is charged from them.
    void plan(const std::vector<double>& charge, bool ramping);
    /// Tells what begins to be charged.
    void tell();
    /// Seconds from now until a store is full, infinite without one.
    [[nodiscard]] double leftS(const std::vector<double>& charge) const;
    /// Stores fill for a time; tells those that are full.
    void advance(double stepS, std::vector<double>& charge);

private:
    struct Store {
        std::size_t node = 0;
        std::vector<std::size_t> hosts;  ///< elements that its charger hangs on
        double storedW = 0.0;
        bool told = false;
    };
    [[nodiscard]] double chargerW(const Store& store, std::size_t host) const;
    [[nodiscard]] std::vector<std::uint8_t> liveForChargers(bool ramping) const;
    void draw(Store& store, const std::vector<std::uint8_t>& live);
    [[nodiscard]] double fillPerS(const Store& store) const;

    SequenceClock& m_clock;
    std::vector<Store> m_stores;
    std::vector<int> m_onUps;  ///< by element: stores that its own charger serves
};

/// Generators and batteries.
class StandbyWatch {
public:
    /// What a battery feeds must have lived before: it was charged then.
    StandbyWatch(SequenceClock& clock, const std::vector<std::uint8_t>& energised);

    /// Calls generators, lets those run whose time has come, takes the next steps. True where
    /// something changed.
    bool update();
    /// Solves with what generators accept at this moment; batteries carry the rest.
    [[nodiscard]] ChainResult solve();
    /// Tells batteries that begin to give or cease to.
    void tellBatteries(const ChainResult& result);
    [[nodiscard]] double nextS(const ChainResult& result) const;
    /// Batteries and tanks run down for a time.
    void advance(double stepS, const ChainResult& result);
    [[nodiscard]] double chargeOf(std::size_t element) const { return m_charge[element]; }
    /// A generator will not start when it is called.
    void refuseStart(std::size_t element);
    /// It will again.
    void repair(std::size_t element);

private:
    enum class Phase { Resting, Starting, Running, CoolingDown, Refusing };
    struct Generator {
        std::size_t node = 0;
        GeneratorSpec spec;
        Phase phase = Phase::Resting;
        double dueS = 0.0;  ///< of the start, then of the next step
        int steps = 0;      ///< taken
        bool held = false;  ///< asked for more than it accepts when last solved
        bool overstepped = false;
        bool refuses = false;  ///< to start
    };

    void noteMains();
    [[nodiscard]] std::vector<std::size_t> storesOf(const std::vector<std::uint8_t>& live) const;
    [[nodiscard]] std::vector<std::size_t> below(std::size_t generator) const;
    /// What below it has lost the mains that it had.
    [[nodiscard]] std::optional<std::size_t> wantedBy(const Generator& one) const;
    bool callGenerator(Generator& one);
    void startGenerator(Generator& one, std::size_t wanted);
    bool releaseGenerator(Generator& one);
    bool runGenerator(Generator& one);
    void takeLoad(Generator& one);
    [[nodiscard]] bool isRamping(const Generator& one) const;
    [[nodiscard]] double acceptedW(const Generator& one) const;
    /// Share of what it could carry that a generator accepts.
    [[nodiscard]] double stepShare(Generator& one, const ChainResult& least,
                                   const ChainResult& most);
    [[nodiscard]] bool hasSupport(std::size_t node) const;
    [[nodiscard]] double batteryW(std::size_t node, const ChainResult& result) const;
    [[nodiscard]] double drainPerS(std::size_t node, const ChainResult& result) const;

    SequenceClock& m_clock;
    std::vector<std::uint8_t> m_before;  ///< nodes that lived at the start
    std::vector<std::uint8_t> m_mains;   ///< nodes that live now without standby sources
    std::vector<Generator> m_generators;
    std::vector<std::size_t> m_batteries;  ///< elements with a store
    std::vector<double> m_charge;          ///< by element; tanks of generators too
    std::vector<std::uint8_t> m_giving;    ///< by element: a battery that gives
    ChargeWatch m_chargers;
};

/// Overloads on their way to a trip.
class TripWatch {
public:
    explicit TripWatch(SequenceClock& clock);

    /// Seconds from now until the next trip, infinite without one.
    [[nodiscard]] double leftS(const ChainResult& result) const;
    /// Time passes; what has used up its trip time goes.
    void advance(double stepS, const ChainResult& result);
    void forget(std::size_t element) { m_used[element] = 0.0; }

private:
    [[nodiscard]] double tripS(double loading) const;

    SequenceClock& m_clock;
    std::vector<double> m_used;      ///< by element: share of its trip time that it has used up
    std::vector<double> m_linkUsed;  ///< by link
};

/// What goes dark and comes back.
class OutageWatch {
public:
    OutageWatch(SequenceClock& clock, const ChainResult& before);

    /// Notes what lives now; loads that lost supply take nothing until their restart. True where
    /// the demand changed.
    bool look(const ChainResult& result);
    [[nodiscard]] double nextS() const;
    [[nodiscard]] std::vector<Outage> takeOutages() { return std::move(m_outages); }

private:
    struct Watched {
        bool ignored = false;  ///< dark from the start
        bool dead = false;
        bool told = false;  ///< dead for longer than a load rides through
        double sinceS = 0.0;
        double backS = -1.0;  ///< of a load that is fed again: when it takes power; −1 = not fed
        ItemId cause;
        std::size_t outage = 0;
    };
    void die(std::size_t node, Watched& one);
    [[nodiscard]] bool isTime(const Watched& one) const;
    void lookAtElement(std::size_t element, bool alive);
    bool lookAtLoad(std::size_t load, bool alive);
    bool bringBack(std::size_t load, Watched& one);

    SequenceClock& m_clock;
    std::vector<Watched> m_elements;
    std::vector<Watched> m_loads;
    std::vector<Outage> m_outages;
};

}  // namespace halltwin::power
