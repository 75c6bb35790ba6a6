package dev.tenure.simulators.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyDNRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a domain controller of Windows does and the in-memory server does not: identifiers, change numbers, unique logon
 * names, passwords, limits, ranges of values, and its own result codes.
 */
final class DomainController extends InMemoryOperationInterceptor {

    private static final Map<String, Integer> LIMITS = Map.of("employeeID", 16, "title", 128, "c", 3, "givenName", 64);

    /** Passwords by logon name. */
    final Map<String, String> passwords = new ConcurrentHashMap<>();

    /** What was written, in order. */
    final List<String> log = new CopyOnWriteArrayList<>();

    /** Added to the attributes of every entry that is read: what the directory says of the reader's rights. */
    final Map<String, List<String>> rights = new TreeMap<>();

    /** How many values one answer holds. */
    volatile int rangeSize = 1500;

    volatile String server = "CN=NTDS Settings,CN=DC1";
    private final AtomicLong usn = new AtomicLong(1000);
    private volatile @Nullable LDAPException nextFault;
    private volatile String faultAt = "";
    private volatile String faultAfter = "";
    private volatile @Nullable InMemoryDirectoryServer directory;

    void of(InMemoryDirectoryServer served) {
        directory = served;
    }

    /** Lets the next operation of a kind fail: the next one, or the next one after one of another kind. */
    void fail(String after, String kind, ResultCode code, String diagnostic) {
        faultAfter = after;
        faultAt = kind;
        nextFault = new LDAPException(code, diagnostic);
    }

    @Override
    public synchronized void processAddRequest(InMemoryInterceptedAddRequest request) throws LDAPException {
        strike("add");
        Entry entry =
                new Entry(request.getRequest().getDN(), request.getRequest().getAttributes());
        log.add("add");
        if (entry.hasAttribute("unicodePwd")) {
            throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "0000001F: SvcErr: DSID-031A12D2");
        }
        entry.getAttributes().forEach(attribute -> requireFit(attribute));
        limits(entry.getAttributes());
        requireFree(entry.getAttributeValue("sAMAccountName"), entry.getAttributeValue("userPrincipalName"), null);
        if (entry.hasAttributeValue("objectClass", "user")) {
            Integer flags = entry.getAttributeValueAsInteger("userAccountControl");
            if (flags != null && (flags & 34) == 0) {
                throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "0000052D: SvcErr: DSID-031A1236");
            }
            entry.setAttribute("sAMAccountType", "805306368");
            entry.setAttribute("accountExpires", Long.toString(Long.MAX_VALUE));
        }
        UUID id = UUID.randomUUID();
        entry.setAttribute(
                "objectGUID",
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
        entry.setAttribute("uSNChanged", Long.toString(usn.incrementAndGet()));
        request.setRequest(new AddRequest(entry));
    }

    @Override
    public synchronized void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
        strike("modify");
        Entry entry = read(request.getRequest().getDN());
        List<Modification> kept = new ArrayList<>();
        for (Modification change : request.getRequest().getModifications()) {
            String name = change.getAttributeName();
            log.add("modify " + name);
            if (name.equalsIgnoreCase("unicodePwd")) {
                setPassword(entry, change.getValueByteArrays()[0]);
                continue;
            }
            if (name.equalsIgnoreCase("member")) {
                requireMember(entry, change);
            }
            if (name.equalsIgnoreCase("manager") && change.getValues().length > 0) {
                requireThere(change.getValues()[0]);
            }
            if (name.equalsIgnoreCase("userAccountControl")
                    && change.getModificationType().equals(ModificationType.ADD)
                    && (Integer.parseInt(change.getValues()[0]) & 34) == 0
                    && !passwords.containsKey(entry.getAttributeValue("sAMAccountName"))) {
                throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "0000052D: SvcErr: DSID-031A1236");
            }
            limits(List.of(change.getAttribute()));
            kept.add(change);
        }
        requireFree(value(kept, "sAMAccountName"), value(kept, "userPrincipalName"), entry.getDN());
        kept.add(new Modification(ModificationType.REPLACE, "uSNChanged", Long.toString(usn.incrementAndGet())));
        request.setRequest(new ModifyRequest(request.getRequest().getDN(), kept));
    }

    @Override
    public synchronized void processModifyDNRequest(InMemoryInterceptedModifyDNRequest request) throws LDAPException {
        strike("move");
        log.add("move");
        String to = request.getRequest().getNewSuperiorDN();
        if (to != null && read(to).getAttributes().isEmpty()) {
            throw new LDAPException(ResultCode.OTHER, "00002095: parent does not exist");
        }
    }

    @Override
    public synchronized void processDeleteRequest(InMemoryInterceptedDeleteRequest request) throws LDAPException {
        strike("delete");
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
        strike("search");
        List<String> attributes = new ArrayList<>();
        for (String name : request.getRequest().getAttributeList()) {
            if (name.startsWith("member;range=")) {
                request.setProperty("from", name.substring("member;range=".length(), name.indexOf('-')));
                attributes.add("member");
            } else {
                attributes.add(name);
            }
        }
        SearchRequest changed = new SearchRequest(
                request.getRequest().getBaseDN(),
                request.getRequest().getScope(),
                rewritten(request.getRequest().getFilter()),
                attributes.toArray(new String[0]));
        changed.setControls(request.getRequest().getControls());
        request.setRequest(changed);
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry result) {
        Entry entry = new Entry(
                result.getSearchEntry().getDN(), result.getSearchEntry().getAttributes());
        if (entry.getDN().isEmpty()) {
            entry.setAttribute("highestCommittedUSN", Long.toString(usn.get()));
            entry.setAttribute("dsServiceName", server);
        }
        rights.forEach((name, values) -> {
            if (result.getRequest().getAttributeList().contains(name)) {
                entry.setAttribute(name, values);
            }
        });
        Object from = result.getProperty("from");
        if (from != null && entry.hasAttribute("member")) {
            String[] all = entry.getAttributeValues("member");
            int first = Integer.parseInt(from.toString());
            int end = Math.min(all.length, first + rangeSize);
            entry.removeAttribute("member");
            entry.setAttribute(
                    "member;range=" + first + "-" + (end == all.length ? "*" : Integer.toString(end - 1)),
                    Arrays.copyOfRange(all, first, end));
        }
        result.setSearchEntry(new SearchResultEntry(entry.getDN(), entry.getAttributes()));
    }

    private void setPassword(Entry entry, byte[] value) throws LDAPException {
        String quoted = new String(value, StandardCharsets.UTF_16LE);
        if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "00002035: SvcErr");
        }
        String password = quoted.substring(1, quoted.length() - 1);
        if (password.length() < 7) {
            throw new LDAPException(ResultCode.CONSTRAINT_VIOLATION, "0000052D: Constraint violation");
        }
        passwords.put(entry.getAttributeValue("sAMAccountName"), password);
    }

    private void requireMember(Entry group, Modification change) throws LDAPException {
        boolean there = Arrays.stream(
                        Optional.ofNullable(group.getAttributeValues("member")).orElse(new String[0]))
                .anyMatch(name -> same(name, change.getValues()[0]));
        if (change.getModificationType().equals(ModificationType.ADD) && there) {
            throw new LDAPException(ResultCode.ENTRY_ALREADY_EXISTS, "Attribute member already exists");
        }
        if (change.getModificationType().equals(ModificationType.DELETE) && !there) {
            throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "Attribute member doesn't exist");
        }
    }

    private void requireThere(String name) throws LDAPException {
        if (read(name).getAttributes().isEmpty()) {
            throw new LDAPException(ResultCode.CONSTRAINT_VIOLATION, "000020B5: Referenced object not found");
        }
    }

    private void requireFree(@Nullable String sam, @Nullable String upn, @Nullable String self) throws LDAPException {
        if (sam != null && isTaken("sAMAccountName", sam, self)) {
            throw new LDAPException(ResultCode.ENTRY_ALREADY_EXISTS, "00000524: UpdErr: DSID-031A11E2");
        }
        if (upn != null && isTaken("userPrincipalName", upn, self)) {
            throw new LDAPException(ResultCode.CONSTRAINT_VIOLATION, "000021C8: AtrErr: DSID-03200BDD");
        }
    }

    private boolean isTaken(String attribute, String value, @Nullable String self) throws LDAPException {
        return served()
                .search(
                        DirectorySimulator.DOMAIN,
                        SearchScope.SUB,
                        Filter.createEqualityFilter(attribute, value),
                        "1.1")
                .getSearchEntries()
                .stream()
                .anyMatch(entry -> self == null || !same(entry.getDN(), self));
    }

    private static void limits(Iterable<Attribute> attributes) throws LDAPException {
        for (Attribute attribute : attributes) {
            Integer limit = LIMITS.get(attribute.getName());
            for (String value : attribute.getValues()) {
                if (value.isEmpty() || (limit != null && value.length() > limit)) {
                    throw new LDAPException(
                            ResultCode.CONSTRAINT_VIOLATION,
                            "00002082: AtrErr: DSID-03151F2C, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att 9086b ("
                                    + attribute.getName() + "):len " + value.length());
                }
            }
        }
    }

    private static void requireFit(Attribute attribute) {
        if (attribute.getValues().length == 0) {
            throw new AssertionError("an attribute without a value was sent: " + attribute.getName());
        }
    }

    private Entry read(String name) throws LDAPException {
        Entry entry = served().getEntry(name, "*", "+");
        return entry == null ? new Entry(name) : entry;
    }

    private InMemoryDirectoryServer served() {
        InMemoryDirectoryServer there = directory;
        if (there == null) {
            throw new IllegalStateException("not started");
        }
        return there;
    }

    private synchronized void strike(String kind) throws LDAPException {
        LDAPException fault = nextFault;
        if (!faultAfter.isEmpty()) {
            faultAfter = faultAfter.equals(kind) ? "" : faultAfter;
        } else if (fault != null && faultAt.equals(kind)) {
            nextFault = null;
            throw fault;
        }
    }

    private static @Nullable String value(List<Modification> changes, String name) {
        return changes.stream()
                .filter(change -> change.getAttributeName().equalsIgnoreCase(name) && change.getValues().length > 0)
                .map(change -> change.getValues()[0])
                .findFirst()
                .orElse(null);
    }

    private static boolean same(String one, String other) {
        try {
            return DN.equals(one, other);
        } catch (LDAPException none) {
            return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
        }
    }

    private Filter rewritten(Filter filter) throws LDAPException {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> Filter.createANDFilter(rewritten(filter.getComponents()));
            case Filter.FILTER_TYPE_OR -> Filter.createORFilter(rewritten(filter.getComponents()));
            case Filter.FILTER_TYPE_EQUALITY ->
                filter.getAttributeName().equals("distinguishedName") ? named(filter.getAssertionValue()) : filter;
            default -> filter;
        };
    }

    /** The server knows no distinguishedName to search for. */
    private Filter named(String name) throws LDAPException {
        byte[] id = read(name).getAttributeValueBytes("objectGUID");
        return Filter.createEqualityFilter("objectGUID", id == null ? new byte[] {0} : id);
    }

    private List<Filter> rewritten(Filter[] filters) throws LDAPException {
        List<Filter> rewritten = new ArrayList<>();
        for (Filter filter : filters) {
            rewritten.add(rewritten(filter));
        }
        return rewritten;
    }
}
