/// A real PostgreSQL that comes along with the application: unpacked, started, guarded and stopped by us.
///
/// - `EmbeddedDatabase` is one server on one folder, for `./gazouillis run`; `TestDatabase` is the one server of a
///   test JVM, from which every test class takes a fresh database.
/// - `Roles` lays out who may do what: the owner of the schema, the application (row-level security applies to it)
///   and the workers (it does not). An outside PostgreSQL gets the same three.
/// - `DatabaseAccess` is what a caller needs: one URL and three logins. Passwords are random and live in `Secrets`.
///
/// Nothing here knows a table of the application.
@NullMarked
package org.gazouillis.database;

import org.jspecify.annotations.NullMarked;
