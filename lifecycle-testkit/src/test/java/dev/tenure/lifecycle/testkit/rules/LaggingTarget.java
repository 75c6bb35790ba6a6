package dev.tenure.lifecycle.testkit.rules;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A target in front of another one, whose searches and listings do not show new accounts until they catch up. It still
 * refuses a login that is taken.
 */
final class LaggingTarget {

    private final InMemoryTarget real;
    private final Duration announced;
    private final Set<AccountRef> shown = new HashSet<>();

    /** Says of itself that it lags no longer than this. */
    LaggingTarget(InMemoryTarget real, Duration announced) {
        this.real = real;
        this.announced = announced;
        catchUp();
    }

    /** Searches and listings show whatever there is now. */
    void catchUp() {
        real.all().forEach(account -> shown.add(account.ref()));
    }

    IdentityTarget target() {
        return (IdentityTarget) Proxy.newProxyInstance(
                IdentityTarget.class.getClassLoader(), new Class<?>[] {IdentityTarget.class}, (proxy, method, args) -> {
                    Object result;
                    try {
                        result = method.invoke(real, args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                    return switch (method.getName()) {
                        case "describe" -> ((TargetDescription) result).withLag(announced);
                        case "find" -> shown((List<?>) result);
                        case "accounts" -> shown((AccountPages) result);
                        default -> result;
                    };
                });
    }

    private List<Account> shown(List<?> found) {
        return found.stream()
                .map(Account.class::cast)
                .filter(one -> shown.contains(one.ref()))
                .toList();
    }

    private AccountPages shown(AccountPages pages) {
        return new AccountPages() {
            @Override
            public Optional<List<Account>> next() {
                return pages.next().map(LaggingTarget.this::shown);
            }

            @Override
            public void close() {
                pages.close();
            }
        };
    }
}
