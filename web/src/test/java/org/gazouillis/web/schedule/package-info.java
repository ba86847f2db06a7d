@NullMarked
package org.gazouillis.web.schedule;

import org.jspecify.annotations.NullMarked;
