package org.gazouillis.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.gazouillis.tenancy.CurrentMember;

/// Who reads in this request. A member is themselves, whatever brand they speak for: it is they who see.
@RequestScoped
public class CurrentReader {
    private final CurrentMember member;
    private ReaderKey visitor = ReaderKey.NOBODY;

    @Inject
    public CurrentReader(CurrentMember member) {
        this.member = member;
    }

    CurrentReader() {
        this(new CurrentMember());
    }

    /// Set once per request by the web tier, when the request brings a visitor's cookie.
    public void visit(String cookie) {
        visitor = ReaderKey.visitor(cookie);
    }

    public ReaderKey key() {
        return member.scope().map(scope -> ReaderKey.member(scope.profile())).orElse(visitor);
    }
}
