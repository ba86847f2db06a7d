/// Who works here and for whom: workspaces, brands, members with roles per brand, social accounts.
///
/// [org.gazouillis.tenancy.CurrentMember] says on whose behalf a request runs; an interceptor on every
/// transaction hands that to PostgreSQL, whose row-level security is the wall behind our own filters.
/// Two databases handles exist: [org.gazouillis.tenancy.AppDb] (walled) and
/// [org.gazouillis.tenancy.WorkerDb] (background work, sees all workspaces). One transaction uses one of them.
@NullMarked
package org.gazouillis.tenancy;

import org.jspecify.annotations.NullMarked;
