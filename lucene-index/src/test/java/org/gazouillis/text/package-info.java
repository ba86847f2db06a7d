@NullMarked
package org.gazouillis.text;

import org.jspecify.annotations.NullMarked;
