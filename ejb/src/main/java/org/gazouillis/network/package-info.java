/// What any micro-blog can do and what it limits: the rules of text, today those of the built-in timeline.
@NullMarked
package org.gazouillis.network;

import org.jspecify.annotations.NullMarked;
