package org.gazouillis.security;

/// Nobody who may sign in has this address, or owns this brand.
public final class MemberNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MemberNotFound(String wanted) {
        super("There is no member \"" + wanted + "\". Give the e-mail address of a member, or the handle of a brand.");
    }
}
