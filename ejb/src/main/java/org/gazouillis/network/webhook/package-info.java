/// Any program that wants to be told: signed JSON to an address of its own.
@NullMarked
package org.gazouillis.network.webhook;

import org.jspecify.annotations.NullMarked;
