/// Tests that run inside the server, beside the beans: the whole package is put into the deployed `web.war`.
///
/// Only what cannot be seen from outside belongs here. Classes are named `…IT` and bear
/// `@ExtendWith(ArquillianExtension.class)` directly, which is how the server finds them.
@NullMarked
package org.gazouillis.inside;

import org.jspecify.annotations.NullMarked;
