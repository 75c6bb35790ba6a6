package dev.tenure.lifecycle.testkit.rules;

import dev.tenure.lifecycle.target.IdentityTarget;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A target in front of another one, where a test hears of each call before it is made. */
final class Watched {

    private Watched() {}

    /**
     * Puts itself in front of a target.
     *
     * @param real the target
     * @param before is told the name of the method and its arguments; what it throws the call throws
     * @return the target to give to an engine
     */
    static IdentityTarget target(IdentityTarget real, BiConsumer<String, List<Object>> before) {
        return (IdentityTarget) Proxy.newProxyInstance(
                Watched.class.getClassLoader(), new Class<?>[] {IdentityTarget.class}, (proxy, method, arguments) -> {
                    before.accept(method.getName(), all(arguments));
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static List<Object> all(Object @Nullable [] arguments) {
        return arguments == null ? List.of() : List.of(arguments);
    }
}
