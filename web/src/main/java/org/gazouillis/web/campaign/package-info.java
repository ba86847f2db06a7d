/// A brand's campaigns: the pages `/campaign/list`, `/campaign/one` and `/campaign/edit`, and the resources below
/// `/api/desk/v1/campaigns`.
@NullMarked
package org.gazouillis.web.campaign;

import org.jspecify.annotations.NullMarked;
