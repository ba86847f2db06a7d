/// The networks outside, played: a process of its own that speaks Mastodon's API, misbehaves as its script says, and
/// writes every post it takes into a ledger on the disk before it answers. What a chaos run claims is judged by it.
@NullMarked
package org.gazouillis.bench.netsim;

import org.jspecify.annotations.NullMarked;
