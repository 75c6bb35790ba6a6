package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.PlaceTarget;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands before a system or store and passes a {@link CrashSwitch} just before and just after each of its writes. */
final class CrashProxy implements InvocationHandler {

    private static final Set<String> WRITES = Set.of(
            "create",
            "update",
            "deactivate",
            "reactivate",
            "suspend",
            "unsuspend",
            "delete",
            "rename",
            "move",
            "addMember",
            "removeMember",
            "write",
            "save",
            "saveProgress",
            "saveRun",
            "seen");

    /** The process is dead, and nobody waits for its leases and claims to run out. */
    private static final Set<String> RELEASES = Set.of("release", "unclaim");

    private final Object real;
    private final CrashSwitch crash;

    private CrashProxy(Object real, CrashSwitch crash) {
        this.real = real;
        this.crash = crash;
    }

    static <T> T of(Class<T> type, T real, CrashSwitch crash) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new CrashProxy(real, crash)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (WRITES.contains(name)) {
            String call = name + " at " + method.getDeclaringClass().getSimpleName();
            crash.pass("before " + call);
            Object result = call(method, arguments);
            crash.pass("after " + call);
            return result;
        }
        if (!RELEASES.contains(name)) {
            crash.requireLife();
        }
        return ability(call(method, arguments));
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private @Nullable Object ability(@Nullable Object result) {
        if (result instanceof Optional<?> optional) {
            return optional.map(value -> {
                if (value instanceof GroupTarget groups) {
                    return of(GroupTarget.class, groups, crash);
                }
                if (value instanceof PlaceTarget places) {
                    return of(PlaceTarget.class, places, crash);
                }
                return value instanceof ContactWriteBack back ? of(ContactWriteBack.class, back, crash) : value;
            });
        }
        return result;
    }
}
