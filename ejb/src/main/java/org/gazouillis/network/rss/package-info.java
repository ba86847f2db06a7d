/// A feed that anybody can read; what is published there is there as soon as its row says so.
@NullMarked
package org.gazouillis.network.rss;

import org.jspecify.annotations.NullMarked;
