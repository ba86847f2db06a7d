package org.gazouillis.database;

/// A database user and its password; printing it does not print the password.
public record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
