package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.tenure.activedirectory.internal.call.Answer;
import dev.tenure.activedirectory.internal.call.Directory;
import dev.tenure.activedirectory.internal.translate.Entries;
import dev.tenure.activedirectory.internal.translate.Names;
import dev.tenure.activedirectory.internal.wire.Guid;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Global security groups in one part of the domain; others are neither found nor touched. */
final class DirectoryGroups implements GroupTarget {

    private static final String GLOBAL_SECURITY = "-2147483646";
    private static final int LONGEST = 64;
    private static final String MEMBER = "member";
    private static final String RIGHT = "Write members";

    private final Options options;
    private final DN base;
    private final Directory directory;
    private final AccountReader reader;
    private final Entries entries;

    DirectoryGroups(Options options, DN base, Directory directory, AccountReader reader, Entries entries) {
        this.options = options;
        this.base = base;
        this.directory = directory;
        this.reader = reader;
        this.entries = entries;
    }

    /** {@inheritDoc} The directory ignores case, so that who asks may get nothing for a name that is still taken. */
    @Override
    public Optional<TargetGroup> find(String name) {
        Filter filter = Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", "group"), Filter.createEqualityFilter("cn", name));
        return directory.search(base, filter, List.of("objectGUID", "cn")).stream()
                .filter(entry -> name.equals(entry.getAttributeValue("cn")))
                .map(entry -> new TargetGroup(entries.id(entry), name))
                .findFirst();
    }

    @Override
    public TargetGroup create(String name) {
        requireFitting(name);
        DN group = Names.below("CN", name, base);
        directory
                .add(
                        "a group",
                        group,
                        List.of(
                                new Attribute("objectClass", "top", "group"),
                                new Attribute("groupType", GLOBAL_SECURITY),
                                new Attribute("sAMAccountName", logonName(name))))
                .orThrow();
        SearchResultEntry made = directory
                .read(group, "objectGUID")
                .orElseThrow(() -> new RetryLater(
                        options.name(), null, "Active Directory: a group was made and cannot be read yet; try later"));
        return new TargetGroup(entries.id(made), name);
    }

    @Override
    public void rename(String id, String name) {
        requireFitting(name);
        DN group = require(id, "renaming");
        if (!name.equals(group.getRDN().getAttributeValues()[0])) {
            directory
                    .rename("renaming of group " + id, group, new RDN("CN", name), group.getParent())
                    .orThrow();
        }
        DN renamed = Names.below("CN", name, group.getParent());
        directory
                .modify(
                        "renaming of group " + id,
                        "Write sAMAccountName of groups",
                        renamed,
                        List.of(new Modification(ModificationType.REPLACE, "sAMAccountName", logonName(name))))
                .orThrow();
    }

    @Override
    public void delete(String id) {
        group(id).ifPresent(group -> {
            Answer answer = directory.delete("group " + id, group);
            if (!answer.is(Answer.Kind.GONE)) {
                answer.orThrow();
            }
        });
    }

    @Override
    public void addMember(String id, AccountRef account) {
        DN group = require(id, "adding a member");
        DN member = Names.tryParse(reader.entry(account, "adding to a group").getDN())
                .orElseThrow();
        Answer answer = change(id, group, ModificationType.ADD, member);
        if (!answer.is(Answer.Kind.TAKEN)) {
            answer.orThrow();
        }
    }

    @Override
    public void removeMember(String id, AccountRef account) {
        Optional<DN> group = group(id);
        Optional<DN> member = reader.find(account.id()).flatMap(entry -> Names.tryParse(entry.getDN()));
        if (group.isEmpty() || member.isEmpty()) {
            return;
        }
        Answer answer = change(id, group.get(), ModificationType.DELETE, member.get());
        boolean wasNone = answer.is(Answer.Kind.NO_VALUE)
                || answer.is(Answer.Kind.GONE)
                || (answer.is(Answer.Kind.REFUSED) && !isMember(group.get(), member.get()));
        if (!wasNone) {
            answer.orThrow();
        }
    }

    @Override
    public List<AccountRef> members(String id) {
        DN group = require(id, "reading the members");
        List<DN> names = new ArrayList<>();
        directory.allValues(group, MEMBER).forEach(text -> Names.tryParse(text).ifPresent(names::add));
        return reader.byNames(names, List.of("objectGUID")).stream()
                .map(entry -> new AccountRef(options.name(), entries.id(entry)))
                .toList();
    }

    private boolean isMember(DN group, DN member) {
        return directory.allValues(group, MEMBER).stream()
                .map(Names::tryParse)
                .flatMap(Optional::stream)
                .anyMatch(member::equals);
    }

    private Answer change(String id, DN group, ModificationType type, DN member) {
        return directory.modify(
                "membership of group " + id, RIGHT, group, List.of(new Modification(type, MEMBER, Names.text(member))));
    }

    private DN require(String id, String operation) {
        return group(id).orElseThrow(() -> gone(operation + " of group " + id));
    }

    private Optional<DN> group(String id) {
        return Guid.bytes(id)
                .flatMap(bytes -> directory
                        .search(
                                base,
                                Filter.createANDFilter(
                                        Filter.createEqualityFilter("objectClass", "group"),
                                        Filter.createEqualityFilter("objectGUID", bytes)),
                                List.of("objectGUID"))
                        .stream()
                        .findFirst())
                .flatMap(entry -> Names.tryParse(entry.getDN()));
    }

    private NotFound gone(String operation) {
        return new NotFound(
                options.name(),
                "Active Directory: " + operation + " failed: the group is not there; it was removed, or is not in the"
                        + " organizational unit of groups");
    }

    private void requireFitting(String name) {
        if (name.isBlank() || name.length() > LONGEST || !name.equals(name.strip())) {
            throw new InvalidValue(
                    options.name(),
                    null,
                    "Active Directory: the name of a group is blank, has blanks at its ends or more than " + LONGEST
                            + " characters; change it in HR");
        }
    }

    /** What a logon name must not have becomes a hyphen. */
    private static String logonName(String name) {
        String clean = name.replaceAll("[\"/\\\\\\[\\]:;|=,+*?<>@\\p{Cntrl}]", "-");
        return clean.endsWith(".") ? clean.substring(0, clean.length() - 1) + "-" : clean;
    }
}
