/// What any micro-blog can do and what it limits: the rules of text, and the contract of the networks outside.
///
/// [org.gazouillis.network.Connector] is what one network must be able to do; each stands in a closed package of its
/// own. [org.gazouillis.network.OutboundHttp] is the only way out of the house: it refuses private addresses, gives
/// up after ten seconds and reads no more than it was told to. Three exceptions say what the publisher may conclude:
/// [org.gazouillis.network.NetworkRejected] (never), [org.gazouillis.network.RetryableNetworkException] (surely not
/// yet) and [org.gazouillis.network.OutcomeUnknown] (nobody can tell: look it up).
@NullMarked
package org.gazouillis.network;

import org.jspecify.annotations.NullMarked;
