package dev.tenure.benchmarks.core;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.TargetDescription;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A target that keeps its accounts in a file, since a million of them in memory would be taken for the engine's. It lists
 * them by pages of 200, as Okta does, and counts. For one thread.
 */
public final class FileTarget implements IdentityTarget, AutoCloseable {

    private static final int PAGE = 200;

    private final Path file;
    private final DataOutputStream out;
    private Attributes names = Attributes.empty();
    private int size;
    private int writes;
    private int pages;
    private int lookUps;

    /**
     * Makes an empty one.
     *
     * @param file where the accounts go
     * @throws IOException if it cannot be made
     */
    public FileTarget(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    int writes() {
        return writes;
    }

    int pages() {
        return pages;
    }

    int lookUps() {
        return lookUps;
    }

    /** Counts from nothing again. */
    void forgetCalls() {
        writes = 0;
        pages = 0;
        lookUps = 0;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public TargetDescription describe() {
        return new TargetDescription(
                Optional.empty(),
                "login",
                Optional.of("email"),
                Optional.of("firstName"),
                Optional.of("lastName"),
                List.of("login"));
    }

    @Override
    public ConnectionReport test() {
        Optional<String> problem =
                Files.isReadable(file) ? Optional.empty() : Optional.of("the file of the accounts is not there");
        return new ConnectionReport(List.of(new ConnectionReport.Check("read the file", problem)));
    }

    /** Nobody is there before the first load, and nobody has to be looked at after it. */
    @Override
    public List<Account> get(Collection<AccountRef> accounts) {
        lookUps++;
        return List.of();
    }

    @Override
    public List<Account> find(Collection<AccountKey> keys) {
        lookUps++;
        return List.of();
    }

    @Override
    public Account create(NewAccount account) {
        writes++;
        try {
            out.writeInt(account.profile().names().size());
            for (String name : account.profile().names()) {
                out.writeUTF(name);
                out.writeUTF(account.profile().text(name).orElse(""));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return account(size++, account.profile());
    }

    @Override
    public Account update(AccountRef account, AttributeDelta delta) {
        throw unexpected();
    }

    @Override
    public void deactivate(AccountRef account) {
        throw unexpected();
    }

    @Override
    public void reactivate(AccountRef account) {
        throw unexpected();
    }

    @Override
    public void suspend(AccountRef account) {
        throw unexpected();
    }

    @Override
    public void unsuspend(AccountRef account) {
        throw unexpected();
    }

    @Override
    public void delete(AccountRef account) {
        throw unexpected();
    }

    @Override
    public AccountPages accounts() {
        try {
            out.flush();
            DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            return new Listing(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private final class Listing implements AccountPages {

        private final DataInputStream in;
        private int next;

        Listing(DataInputStream in) {
            this.in = in;
        }

        @Override
        public Optional<List<Account>> next() {
            if (next == size) {
                return Optional.empty();
            }
            pages++;
            List<Account> page = new ArrayList<>(PAGE);
            try {
                while (next < size && page.size() < PAGE) {
                    page.add(account(next++, read(in)));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return Optional.of(page);
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private Attributes read(DataInputStream in) throws IOException {
        Attributes.Builder profile = Attributes.builderLike(names);
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            profile.put(in.readUTF(), in.readUTF());
        }
        names = profile.build();
        return names;
    }

    private Account account(int number, Attributes profile) {
        return new Account(
                new AccountRef(name(), "a" + number), profile.text("login").orElse(""), AccountStatus.ACTIVE, profile);
    }

    private static IllegalStateException unexpected() {
        return new IllegalStateException("An unchanged import changes nothing");
    }
}
