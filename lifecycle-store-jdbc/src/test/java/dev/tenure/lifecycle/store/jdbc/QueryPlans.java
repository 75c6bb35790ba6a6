package dev.tenure.lifecycle.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Has a database explain each query that passes, with the parameters that it has. For one thread. */
final class QueryPlans {

    private final Map<String, String> plans = new TreeMap<>();

    /** Stands before a data source. */
    DataSource of(DataSource real) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(method, real, arguments);
            return result instanceof Connection connection ? of(connection) : result;
        });
    }

    /** Gives the plans since this was last asked for, by their queries. */
    Map<String, String> take() {
        Map<String, String> taken = Map.copyOf(plans);
        plans.clear();
        return taken;
    }

    private Connection of(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(method, real, arguments);
            return result instanceof PreparedStatement statement
                            && arguments[0] instanceof String sql
                            && sql.startsWith("SELECT")
                    ? explained(sql, statement, real.prepareStatement("EXPLAIN " + sql))
                    : result;
        });
    }

    private PreparedStatement explained(String sql, PreparedStatement real, PreparedStatement explaining) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set")) {
                call(method, explaining, arguments);
            } else if (method.getName().equals("executeQuery")) {
                plans.put(sql, plan(explaining));
            } else if (method.getName().equals("close")) {
                explaining.close();
            }
            return call(method, real, arguments);
        });
    }

    private static String plan(PreparedStatement explaining) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = explaining.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** What is done instead of a call. */
    @FunctionalInterface
    private interface Instead {
        @Nullable
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                QueryPlans.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> instead.of(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
