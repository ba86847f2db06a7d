/// The brands of the member who asks.
@NullMarked
package org.gazouillis.web.brand;

import org.jspecify.annotations.NullMarked;
