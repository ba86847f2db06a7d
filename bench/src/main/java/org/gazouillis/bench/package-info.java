/// Benches: what we reach, beside the raw limit of the machine, measured in the same run.
///
/// `Bench NAME` runs one of them: a table for people, and as the last line one JSON object for machines. Nothing
/// imports this module.
@NullMarked
package org.gazouillis.bench;

import org.jspecify.annotations.NullMarked;
