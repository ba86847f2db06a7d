/// The frame around every page: navigation, brand switcher, theme and language.
///
/// Pages ask the bean `shell` ([org.gazouillis.web.shell.Shell]) for the member, the brands and the brand in the URL.
@NullMarked
package org.gazouillis.web.shell;

import org.jspecify.annotations.NullMarked;
