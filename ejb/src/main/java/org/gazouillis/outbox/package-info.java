/// Facts leave their transaction here: `Outbox.append` writes them with the change that caused them.
///
/// Two ways to read: an [org.gazouillis.outbox.OutboxHandler] gets each fact at least once across all nodes,
/// with retries and dead letters; [org.gazouillis.outbox.OutboxTail] lets every node follow all facts in commit
/// order.
@NullMarked
package org.gazouillis.outbox;

import org.jspecify.annotations.NullMarked;
