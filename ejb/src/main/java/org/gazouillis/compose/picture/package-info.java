/// From bytes that somebody sent to pictures that can be shown to anybody: looked at before they are decoded, turned
/// upright, made smaller, and without a trace of where they were taken.
@NullMarked
package org.gazouillis.compose.picture;

import org.jspecify.annotations.NullMarked;
