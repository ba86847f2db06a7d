/// Signing in and out, and the first run of an empty house.
@NullMarked
package org.gazouillis.web.security;

import org.jspecify.annotations.NullMarked;
