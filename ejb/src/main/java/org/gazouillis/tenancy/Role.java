package org.gazouillis.tenancy;

/// What a member is for a brand. A member may have several roles; what each may do stands in `security.Permission`.
public enum Role {
    OWNER,
    MANAGER,
    AUTHOR,
    APPROVER,
    ANALYST,
    CLIENT
}
