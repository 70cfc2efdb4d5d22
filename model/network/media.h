// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "model/project/catalog.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace halltwin::network {

/// A cable of the catalogue.
struct Medium {
    std::string key;
    std::string name;
    MediumSpec spec;
};

/// The catalogue's cables, slowest first, and the choice between them.
class Media {
public:
    explicit Media(const Catalog& catalog);

    [[nodiscard]] const std::vector<Medium>& all() const { return m_media; }

    /// Index of the medium for a link: of those that reach, the slowest that carries its rate, of
    /// equals the cheapest at that length, then the one of least power. None when none reaches.
    [[nodiscard]] std::optional<std::size_t> choose(DataRate rate, Length length) const;

    /// The length that is bought: the next class above, from 0.5 m to 10 km; above that the length.
    [[nodiscard]] static Length lengthClass(Length length);

    /// Both ends and the class's length.
    [[nodiscard]] static Money priceOf(const MediumSpec& spec, Length length);

private:
    std::vector<Medium> m_media;
};

}  // namespace halltwin::network
