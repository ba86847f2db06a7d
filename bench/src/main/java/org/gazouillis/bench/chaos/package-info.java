/// Faults on purpose: nodes that publish are killed, frozen and answered badly while posts are due, and afterwards a
/// judge who reads only the network's ledger and the database says whether anything was lost, doubled or left without
/// an end. `./gazouillis chaos NAME` is the full edition, the module's tests are the small one.
@NullMarked
package org.gazouillis.bench.chaos;

import org.jspecify.annotations.NullMarked;
