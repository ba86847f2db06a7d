/// The demo: an agency with three brands, their ninety past days, the public that read and answered them, and posts
/// that go out in the next minutes; beside it another agency that must stay invisible.
///
/// [org.gazouillis.boot.demo.Demo] begins when the setting `gazouillis.demo` is on and nobody works here yet. It
/// works in the background, in small steps, each one transaction that also notes its own name in `demo_step`: after a
/// crash the next start goes on where the last one stopped. All chance comes from seeded generators, so every demo of
/// the same moment is the same.
///
/// Words come from `<brand>.txt` and `people.txt` beside these classes: see [org.gazouillis.boot.demo.Script]. Posts,
/// statuses, likes, reposts, replies and follows are written as `publish` and `microblog` write them, with their
/// facts in the outbox, only dated back; fan-out, engagements, roll-up and search follow from those facts as ever.
@NullMarked
package org.gazouillis.boot.demo;

import org.jspecify.annotations.NullMarked;
