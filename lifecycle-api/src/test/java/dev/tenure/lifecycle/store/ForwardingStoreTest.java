package dev.tenure.lifecycle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardingStoreTest {

    static Stream<Method> calls() {
        return Arrays.stream(LifecycleStore.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    /** A default that is not handed on would do in front what the store behind does better. */
    @ParameterizedTest
    @MethodSource("calls")
    void everyCall_reachesTheStoreBehind(Method call) throws ReflectiveOperationException {
        List<Method> made = new ArrayList<>();
        LifecycleStore behind = (LifecycleStore) Proxy.newProxyInstance(
                LifecycleStore.class.getClassLoader(), new Class<?>[] {LifecycleStore.class}, (proxy, method, with) -> {
                    made.add(method);
                    return method.getReturnType() == int.class ? 7 : null;
                });
        LifecycleStore store = new ForwardingStore(behind) {};
        @Nullable
        Object[] arguments = Arrays.stream(call.getParameterTypes())
                .map(type -> type == int.class ? 1 : null)
                .toArray();

        call.invoke(store, arguments);

        assertThat(made).containsExactly(call);
    }
}
