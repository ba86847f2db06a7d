/// May this person do this here? Permissions per brand, sign-in with a limit on guesses, API tokens.
///
/// Secrets are stored as hashes only, and never logged.
@NullMarked
package org.gazouillis.security;

import org.jspecify.annotations.NullMarked;
