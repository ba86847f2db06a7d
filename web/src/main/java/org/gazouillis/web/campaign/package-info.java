/// A brand's campaigns, for programs.
@NullMarked
package org.gazouillis.web.campaign;

import org.jspecify.annotations.NullMarked;
