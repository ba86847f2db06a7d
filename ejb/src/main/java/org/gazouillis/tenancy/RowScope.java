package org.gazouillis.tenancy;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Tells PostgreSQL, as the first statement of each member's transaction, which workspace and brands row-level
/// security may show. It runs inside every `@Transactional` method, right after the transaction began; requests
/// without a member and background work set nothing, so that the walled role sees nothing of a tenant.
@Interceptor
@Transactional
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RowScope {
    private static final Object APPLIED = new Object();

    @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Resource(lookup = "java:jboss/datasources/AppDS")
    private DataSource database;

    @Inject
    private ActiveMember active;

    @AroundInvoke
    Object scope(InvocationContext call) throws Exception {
        MemberScope scope = active.scope();
        if (scope != null && !scope.equals(transactions.getResource(APPLIED))) {
            apply(scope);
            transactions.putResource(APPLIED, scope);
        }
        return call.proceed();
    }

    private void apply(MemberScope scope) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement set = connection.prepareStatement(
                        "select set_config('app.workspace', ?, true), set_config('app.brands', ?, true)")) {
            set.setString(1, scope.workspace().toString());
            set.setString(2, scope.brandArray());
            set.execute();
        }
    }
}
