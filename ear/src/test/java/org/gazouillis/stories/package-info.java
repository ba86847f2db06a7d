/// Stories told to the built EAR on the real server, as a person or a script would: over HTTP and in a browser.
///
/// One server, one deployment and one fresh database serve the whole suite: `ServerSession` prepares them before
/// Arquillian reads its configuration, `OneDeployment` keeps Arquillian from deploying for every class. A story is a
/// class named `…IT` with `@ExtendWith(ArquillianExtension.class) @RunAsClient`; it speaks through `Desk` (HTTP) or
/// `Browser` (Chromium). Stories share the database: each makes what it needs and counts on nothing else being there.
@NullMarked
package org.gazouillis.stories;

import org.jspecify.annotations.NullMarked;
