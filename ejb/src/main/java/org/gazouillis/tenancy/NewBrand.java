package org.gazouillis.tenancy;

import org.gazouillis.kernel.WorkspaceId;

/// A brand to be: `handle` in lower case letters, digits and underscores, `zone` as in the IANA list, `colour` as
/// `#0B6E75`, `locale` the language (`en`, `fr`) of its own profile.
public record NewBrand(WorkspaceId workspace, String handle, String name, String zone, String colour, String locale) {}
