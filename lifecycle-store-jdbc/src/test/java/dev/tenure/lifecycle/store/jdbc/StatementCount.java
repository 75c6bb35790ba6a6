package dev.tenure.lifecycle.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts what goes to a database and back: statements and commits. A batch is one. */
final class StatementCount {

    private static final Set<String> ROUND_TRIPS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "rollback");

    private final AtomicLong count = new AtomicLong();

    /** Stands before a data source. */
    DataSource of(DataSource real) {
        return proxy(DataSource.class, real);
    }

    /** Counts since this was last asked for. */
    long take() {
        return count.getAndSet(0);
    }

    private <T> T proxy(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                StatementCount.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (ROUND_TRIPS.contains(method.getName())) {
                        count.incrementAndGet();
                    }
                    try {
                        return counted(method.invoke(real, arguments));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                }));
    }

    private @Nullable Object counted(@Nullable Object result) {
        if (result instanceof Connection) {
            return proxy(Connection.class, result);
        }
        if (result instanceof PreparedStatement) {
            return proxy(PreparedStatement.class, result);
        }
        return result instanceof Statement ? proxy(Statement.class, result) : result;
    }
}
