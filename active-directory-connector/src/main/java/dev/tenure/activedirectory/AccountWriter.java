package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.tenure.activedirectory.internal.call.Answer;
import dev.tenure.activedirectory.internal.call.Directory;
import dev.tenure.activedirectory.internal.translate.AttributeTable;
import dev.tenure.activedirectory.internal.translate.DirectoryAttribute;
import dev.tenure.activedirectory.internal.translate.Names;
import dev.tenure.activedirectory.internal.translate.Values;
import dev.tenure.activedirectory.internal.wire.AccountControl;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.NewAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes accounts and writes their attributes. */
final class AccountWriter {

    private static final String RIGHT = "Write all properties of users";

    private final Options options;
    private final Directory directory;
    private final AttributeTable table;
    private final AccountReader reader;
    private final Values values;
    private final Uniqueness unique;
    private final AccountStates states;

    AccountWriter(
            Options options,
            Directory directory,
            AttributeTable table,
            AccountReader reader,
            Values values,
            Uniqueness unique,
            AccountStates states) {
        this.options = options;
        this.directory = directory;
        this.table = table;
        this.reader = reader;
        this.values = values;
        this.unique = unique;
        this.states = states;
    }

    /**
     * Makes an account: closed at first, since it cannot have a password before it is there. What is cut off in between
     * leaves a closed account without a password, which {@code reactivate} opens.
     */
    Account create(NewAccount account) {
        Entry entry = beforeAnything(() -> entry(account));
        DN name = add(entry);
        Account made = onceMade(() -> account(reader.read(name)));
        if (account.closed()) {
            return made;
        }
        open(name, made);
        return onceMade(() -> account(reader.find(made.ref().id())));
    }

    /**
     * An account that is to be added.
     *
     * @param place where
     * @param called the name by which others know the person
     * @param sam the logon name
     * @param written its values
     */
    private record Entry(DN place, String called, String sam, Map<String, List<String>> written) {}

    /** Whatever fails of what is looked up before the first write, nothing was done. */
    private static <T> T beforeAnything(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ConnectorException failure) {
            throw failure.nothingDone();
        }
    }

    /** The account was made by then: a refusal would say that nothing was, and its worker would be without it. */
    private static <T> T onceMade(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ConnectorException failure) {
            throw failure.afterDoing("Active Directory made an account and did not show it");
        }
    }

    private Entry entry(NewAccount account) {
        Map<String, List<String>> written = written(account.profile().asMap());
        String sam = written.getOrDefault(AttributeTable.SAM, List.of()).stream()
                .findFirst()
                .orElseThrow(() -> missing("samAccountName"));
        options.upnSuffix()
                .filter(suffix -> !written.containsKey(AttributeTable.UPN))
                .ifPresent(suffix -> written.put(
                        AttributeTable.UPN,
                        values.written(
                                "userPrincipalName",
                                table.find(AttributeTable.UPN).orElseThrow(),
                                AttributeValue.of(sam + "@" + suffix))));
        String called = calledBy(written, sam);
        written.remove(AttributeTable.CN);
        written.putIfAbsent("displayName", List.of(called));
        DN place = account.place().map(states::place).orElse(options.defaultPlace());
        // No domain takes a logon name twice, and then says so by itself; not every one is as strict with principal
        // names.
        unique.require(AttributeTable.UPN, written, Optional.empty());
        return new Entry(place, called, sam, written);
    }

    Account update(AccountRef account, AttributeDelta delta) {
        SearchResultEntry entry = reader.entry(account, "update");
        if (delta.isEmpty()) {
            return reader.account(entry);
        }
        Map<String, List<String>> written = written(delta.values());
        if (delta.names().stream().anyMatch(name -> is(name, AttributeTable.SAM))) {
            if (written.getOrDefault(AttributeTable.SAM, List.of()).isEmpty()) {
                throw missing("samAccountName");
            }
            keepUpnInStep(entry, delta, written);
        }
        unique.require(written, Optional.of(account.id()));
        DN name = Names.tryParse(entry.getDN()).orElseThrow();
        List<String> called = written.remove(AttributeTable.CN);
        List<Modification> changes = new ArrayList<>();
        written.forEach((ldap, texts) ->
                changes.add(new Modification(ModificationType.REPLACE, ldap, texts.toArray(new String[0]))));
        if (!changes.isEmpty()) {
            Answer answer = directory
                    .modify("update of account " + account.id(), RIGHT, name, changes)
                    .ofTheFirst();
            if (answer.is(Answer.Kind.TAKEN) || answer.is(Answer.Kind.REFUSED)) {
                // Somebody may have taken the name since it was looked for.
                unique.require(written, Optional.of(account.id()));
            }
            answer.orThrow();
        }
        if (called != null && !called.isEmpty()) {
            rename(account, name, called.get(0));
        }
        return reader.account(reader.entry(account, "update"));
    }

    private Account account(Optional<SearchResultEntry> made) {
        return made.map(reader::account)
                .orElseThrow(() -> new RetryLater(
                        options.name(),
                        null,
                        "Active Directory: an account was made and cannot be read yet; try later"));
    }

    /** The names by which others know the person; of two of one name in one place, the second gets its login behind it. */
    private DN add(Entry entry) {
        Map<String, List<String>> written = entry.written();
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("objectClass", "top", "person", "organizationalPerson", "user"));
        attributes.add(new Attribute(
                "userAccountControl", Integer.toString(AccountControl.staged().flags())));
        written.forEach((ldap, texts) -> {
            if (!texts.isEmpty()) {
                attributes.add(new Attribute(ldap, texts));
            }
        });
        for (String suffix : List.of("", " (" + entry.sam() + ")")) {
            DN name = Names.below("CN", Names.commonName(entry.called(), suffix), entry.place());
            Answer answer = directory.add("an account", name, attributes).ofTheFirst();
            if (answer.is(Answer.Kind.DONE)) {
                return name;
            }
            if (answer.is(Answer.Kind.TAKEN) && directory.exists(name) && suffix.isEmpty()) {
                unique.require(written, Optional.empty());
                continue;
            }
            if (answer.is(Answer.Kind.TAKEN) || answer.is(Answer.Kind.REFUSED)) {
                unique.require(written, Optional.empty());
            }
            if (answer.isRefusal() && !answer.is(Answer.Kind.TAKEN)) {
                states.requirePlace(entry.place());
            }
            answer.orThrow();
        }
        throw new IllegalStateException("The last try was made, or failed");
    }

    /** An account that cannot be opened is taken away again, unless it is not known what became of the attempt. */
    private void open(DN name, Account made) {
        try {
            states.open(made.ref(), made.attributes());
        } catch (RetryLater unknown) {
            throw unknown;
        } catch (ConnectorException refused) {
            Answer removal = directory.delete("an account that could not be opened", name);
            boolean isGone = removal.is(Answer.Kind.DONE) || removal.is(Answer.Kind.GONE);
            throw isGone
                    ? refused
                    : refused.afterDoing("Active Directory made an account, and neither opened nor removed it");
        }
    }

    private void rename(AccountRef account, DN name, String called) {
        String cn = Names.commonName(called, "");
        if (cn.isEmpty() || cn.equals(name.getRDN().getAttributeValues()[0])) {
            return;
        }
        directory
                .rename("renaming of account " + account.id(), name, new RDN("CN", cn), name.getParent())
                .orThrow();
    }

    private static String calledBy(Map<String, List<String>> written, String sam) {
        Optional<String> named = first(written, AttributeTable.CN).or(() -> first(written, "displayName"));
        String full = named.orElseGet(() -> (first(written, "givenName").orElse("") + " "
                        + first(written, "sn").orElse(""))
                .strip());
        String clean = Names.commonName(full, "");
        return clean.isEmpty() ? sam : clean;
    }

    private static Optional<String> first(Map<String, List<String>> written, String ldap) {
        return written.getOrDefault(ldap, List.of()).stream().findFirst();
    }

    /** A principal name that was made of the login follows it. */
    private void keepUpnInStep(SearchResultEntry entry, AttributeDelta delta, Map<String, List<String>> written) {
        boolean named = delta.names().stream().anyMatch(name -> is(name, AttributeTable.UPN));
        String sam = entry.getAttributeValue(AttributeTable.SAM);
        String upn = entry.getAttributeValue(AttributeTable.UPN);
        if (named || sam == null || upn == null || options.upnSuffix().isEmpty()) {
            return;
        }
        String suffix = "@" + options.upnSuffix().get();
        if (upn.equalsIgnoreCase(sam + suffix)) {
            first(written, AttributeTable.SAM)
                    .ifPresent(login -> written.put(AttributeTable.UPN, List.of(login + suffix)));
        }
    }

    private boolean is(String name, String ldap) {
        return table.find(name).filter(there -> there.ldap().equals(ldap)).isPresent();
    }

    private Map<String, List<String>> written(Map<String, AttributeValue> profile) {
        Map<String, List<String>> written = new LinkedHashMap<>();
        profile.forEach((name, value) -> {
            DirectoryAttribute attribute = table.find(name)
                    .orElseThrow(() -> new InvalidValue(
                            options.name(),
                            name,
                            "Active Directory: there is no attribute '" + name
                                    + "'; take its row out of the mapping, or name it with attribute(\"" + name
                                    + "\")"));
            switch (attribute.kind()) {
                case MANAGER, MANAGER_UPN -> written.put(attribute.ldap(), manager(attribute, value.asText()));
                default -> written.put(attribute.ldap(), values.written(name, attribute, value));
            }
        });
        return written;
    }

    /** A manager who has no account yet is left out: the attribute comes back empty, and is sent again (rule E11). */
    private List<String> manager(DirectoryAttribute attribute, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<DN> manager = attribute.kind() == DirectoryAttribute.Kind.MANAGER
                ? reader.managerById(text)
                : reader.managerByUpn(text);
        return manager.map(Names::text).stream().toList();
    }

    private InvalidValue missing(String name) {
        return new InvalidValue(
                options.name(),
                name,
                "Active Directory: attribute '" + name + "' has no value; check row '" + name + "' of the mapping");
    }
}
