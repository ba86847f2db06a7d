package org.gazouillis.compose;

import org.gazouillis.kernel.AccountId;

/// The brand has no such account; whether another brand has it is not told.
public final class AccountNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AccountNotFound(String message) {
        super(message);
    }

    public AccountNotFound(AccountId account) {
        this("The brand has no account " + account + ". GET /api/desk/v1/brands lists the accounts of each brand.");
    }

    static AccountNotFound none() {
        return new AccountNotFound("The brand has no account to post to. Connect one first.");
    }
}
