package org.gazouillis.tenancy;

import org.gazouillis.kernel.WorkspaceId;

/// A member to be; the password comes hashed (`security.Passwords`). `handle` is a wish for the member's profile on
/// the built-in micro-blog: when it is taken, a number is added.
public record NewMember(
        WorkspaceId workspace, String email, String name, String passwordHash, String locale, String handle) {}
