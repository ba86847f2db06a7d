/// What the person who runs the server may do from its terminal: make API tokens for members.
@NullMarked
package org.gazouillis.web.operator;

import org.jspecify.annotations.NullMarked;
