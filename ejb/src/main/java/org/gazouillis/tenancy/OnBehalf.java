package org.gazouillis.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import org.gazouillis.kernel.MemberId;

/// What the server does later for a member, as a request of theirs: whoever asks [CurrentMember] meanwhile is told of
/// them. For threads of the server, never within a request.
@ApplicationScoped
public class OnBehalf {
    private CurrentMember current;

    @Inject
    public OnBehalf(CurrentMember current) {
        this.current = current;
    }

    @SuppressWarnings("NullAway.Init")
    OnBehalf() {}

    /// What is to be done, and what may go wrong with it.
    @FunctionalInterface
    public interface Deed<T, X extends Exception> {
        T perform() throws X;
    }

    @ActivateRequestContext
    public <T, X extends Exception> T of(MemberScope member, Deed<T, X> deed) throws X {
        MemberId before = current.scope().map(MemberScope::member).orElse(member.member());
        if (!before.equals(member.member())) {
            throw new IllegalStateException("This request belongs to member " + before + " and never changes hands.");
        }
        current.become(member);
        return deed.perform();
    }
}
