package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.tenure.activedirectory.internal.call.Answer;
import dev.tenure.activedirectory.internal.call.Directory;
import dev.tenure.activedirectory.internal.translate.AttributeTable;
import dev.tenure.activedirectory.internal.translate.Entries;
import dev.tenure.activedirectory.internal.translate.Names;
import dev.tenure.activedirectory.internal.wire.AccountControl;
import dev.tenure.activedirectory.internal.wire.PasswordBytes;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.PlaceTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Opens, closes and moves accounts. */
final class AccountStates implements PlaceTarget {

    private static final String UAC = "userAccountControl";
    private static final int MOST_PASSWORDS = 5;
    private static final Pattern NAME_PARTS = Pattern.compile("[\\s,.\\-_#]+");
    private static final String RIGHT_UAC = "Write userAccountControl";

    private final Options options;
    private final Directory directory;
    private final AccountReader reader;
    private final Entries entries;

    AccountStates(Options options, Directory directory, AccountReader reader, Entries entries) {
        this.options = options;
        this.directory = directory;
        this.reader = reader;
        this.entries = entries;
    }

    /** Gives an account that was made and never opened its password, and opens it. */
    void open(AccountRef account, Attributes profile) {
        SearchResultEntry entry = reader.entry(account, "opening");
        String sam = String.valueOf(entry.getAttributeValue(AttributeTable.SAM));
        char[] password = password(profile, sam, String.valueOf(entry.getAttributeValue("displayName")));
        byte[] value = PasswordBytes.of(password);
        try {
            directory
                    .modify(
                            "setting the password of account " + account.id(),
                            "Reset password",
                            name(entry),
                            List.of(new Modification(ModificationType.REPLACE, "unicodePwd", value)))
                    .orThrow();
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(value, (byte) 0);
        }
        List<Modification> more = options.mustChange()
                ? List.of(new Modification(ModificationType.REPLACE, "pwdLastSet", "0"))
                : List.of();
        control(account, AccountControl::opened, more);
    }

    void reactivate(AccountRef account) {
        SearchResultEntry entry = reader.entry(account, "reactivation");
        moveBack(account, entry);
        switch (entries.control(entry).status()) {
            case STAGED -> open(account, reader.account(entry).attributes());
            case ACTIVE -> {}
            default -> control(account, AccountControl::opened, List.of());
        }
    }

    /** Closes first and moves then, so that what is cut off in between leaves no access. */
    void deactivate(AccountRef account) {
        suspend(account);
        if (options.leavers().isEmpty()) {
            return;
        }
        DN leavers = options.leavers().get();
        SearchResultEntry entry = reader.entry(account, "deactivation");
        DN parent = name(entry).getParent();
        if (Names.isWithin(parent, leavers)) {
            return;
        }
        options.formerPlace()
                .ifPresent(attribute -> directory
                        .modify(
                                "noting the place of account " + account.id(),
                                "Write " + attribute,
                                name(entry),
                                List.of(new Modification(ModificationType.REPLACE, attribute, Names.text(parent))))
                        .orThrow());
        moveTo(account, entry, leavers);
    }

    /** The directory knows no suspension: the account is closed, and stays where it is. */
    void suspend(AccountRef account) {
        control(account, AccountControl::closed, List.of());
    }

    void unsuspend(AccountRef account) {
        reader.entry(account, "ending the suspension");
    }

    void delete(AccountRef account) {
        reader.find(account.id()).ifPresent(entry -> {
            Answer answer = directory.delete("account " + account.id(), name(entry));
            if (!answer.is(Answer.Kind.GONE)) {
                answer.orThrow();
            }
        });
    }

    @Override
    public void move(AccountRef account, String place) {
        DN parent = place(place);
        moveTo(account, reader.entry(account, "move"), parent);
    }

    /** Reads a place that the engine names. */
    DN place(String text) {
        return Names.place(text, options.accounts())
                .orElseThrow(() -> new InvalidValue(
                        options.name(),
                        null,
                        "Active Directory: a place is none, or is not below the part of the domain where accounts are;"
                                + " write it as Staff/Oslo or OU=Oslo,OU=Staff"));
    }

    void requirePlace(DN place) {
        if (!directory.exists(place)) {
            throw new InvalidValue(
                    options.name(),
                    null,
                    "Active Directory: there is no place of the name that the placement gives; make the organizational"
                            + " unit, or change the placement");
        }
    }

    private void moveTo(AccountRef account, SearchResultEntry entry, DN parent) {
        DN name = name(entry);
        if (parent.equals(name.getParent())) {
            return;
        }
        String cn = name.getRDN().getAttributeValues()[0];
        String sam = String.valueOf(entry.getAttributeValue(AttributeTable.SAM));
        String what = "move of account " + account.id();
        Answer answer = null;
        for (String suffix : List.of("", " (" + sam + ")")) {
            String called = cn.endsWith(" (" + sam + ")") ? cn : Names.commonName(cn, suffix);
            answer = directory.rename(
                    what, name, Names.below("CN", called, parent).getRDN(), parent);
            if (!answer.is(Answer.Kind.TAKEN)) {
                break;
            }
        }
        if (answer != null && !answer.is(Answer.Kind.DONE)) {
            if (answer.isRefusal() && !answer.is(Answer.Kind.TAKEN)) {
                requirePlace(parent);
            }
            answer.orThrow();
        }
    }

    /** Back to where the account was, if that was noted and is still there, else to where new accounts are made. */
    private void moveBack(AccountRef account, SearchResultEntry entry) {
        if (options.leavers().isEmpty()
                || !Names.isWithin(name(entry), options.leavers().get())) {
            return;
        }
        Optional<String> noted =
                options.formerPlace().flatMap(attribute -> Optional.ofNullable(entry.getAttributeValue(attribute)));
        DN back = noted.flatMap(Names::tryParse)
                .filter(place -> Names.isWithin(place, options.domain()))
                .filter(directory::exists)
                .orElse(options.defaultPlace());
        moveTo(account, entry, back);
        if (noted.isPresent()) {
            SearchResultEntry moved = reader.entry(account, "reactivation");
            directory
                    .modify(
                            "forgetting the former place of account " + account.id(),
                            "Write " + options.formerPlace().orElseThrow(),
                            name(moved),
                            List.of(new Modification(
                                    ModificationType.REPLACE,
                                    options.formerPlace().orElseThrow())))
                    .orThrow();
        }
    }

    /** Reads the flags, changes ours and writes them back, unless somebody else has written them in between. */
    private void control(AccountRef account, UnaryOperator<AccountControl> change, List<Modification> more) {
        for (int attempt = 0; attempt < 2; attempt++) {
            SearchResultEntry entry = reader.entry(account, "change of state");
            AccountControl now = entries.control(entry);
            AccountControl wanted = change.apply(now);
            List<Modification> changes = new ArrayList<>(more);
            if (wanted.flags() != now.flags()) {
                changes.add(new Modification(ModificationType.DELETE, UAC, Integer.toString(now.flags())));
                changes.add(new Modification(ModificationType.ADD, UAC, Integer.toString(wanted.flags())));
            }
            if (changes.isEmpty()) {
                return;
            }
            Answer answer =
                    directory.modify("change of state of account " + account.id(), RIGHT_UAC, name(entry), changes);
            if (!answer.is(Answer.Kind.NO_VALUE)) {
                answer.orThrow();
                return;
            }
        }
        throw new RetryLater(
                options.name(),
                null,
                "Active Directory: the state of account " + account.id()
                        + " was changed by another hand at the same time;" + " try later");
    }

    /** One that is random may hold a short name by chance, so the maker is asked more than once. */
    private char[] password(Attributes profile, String sam, String displayName) {
        for (int attempt = 0; attempt < MOST_PASSWORDS; attempt++) {
            char[] password = options.password().of(profile);
            if (!isLike(password, sam, displayName)) {
                return password;
            }
            Arrays.fill(password, '\0');
        }
        throw new InvalidValue(
                options.name(),
                null,
                "Active Directory: an initial password holds the logon name or a part of the display name, which the"
                        + " domain refuses; make others");
    }

    /** What a domain with password complexity refuses: the logon name, and what the display name is made of. */
    private static boolean isLike(char[] password, String sam, String displayName) {
        String text = new String(password).toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(sam), NAME_PARTS.splitAsStream(displayName))
                .filter(part -> part.length() > 2)
                .anyMatch(part -> text.contains(part.toLowerCase(Locale.ROOT)));
    }

    private static DN name(SearchResultEntry entry) {
        return Names.tryParse(entry.getDN()).orElseThrow();
    }
}
