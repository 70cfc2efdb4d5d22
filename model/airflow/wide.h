// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a kernel to be compiled for wider vectors too, chosen where the processor has them. AVX2
/// without fused multiply-add rounds as the baseline does, so that every machine gives the same
/// bits. Sanitizers cannot follow the dispatch.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__)
#define HALLTWIN_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define HALLTWIN_WIDE
#endif

/// Of the small functions that a kernel consists of: they must become part of each of its versions.
#if defined(__GNUC__)
#define HALLTWIN_PART inline __attribute__((always_inline))
#else
#define HALLTWIN_PART inline
#endif
