/// The only room that knows everyone: migrate, open the index, start the clock; and the settings read once.
@NullMarked
package org.gazouillis.boot;

import org.jspecify.annotations.NullMarked;
