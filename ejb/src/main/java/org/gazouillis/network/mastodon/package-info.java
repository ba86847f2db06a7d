/// Servers that speak Mastodon's client API, Gazouillis itself among them.
@NullMarked
package org.gazouillis.network.mastodon;

import org.jspecify.annotations.NullMarked;
