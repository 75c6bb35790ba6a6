package dev.tenure.scim;

/** How a member is taken out of a group by PATCH. */
public enum MemberRemoval {
    /** At the path {@code members[value eq "id"]}, as the RFC has it. */
    BY_FILTER,
    /** At the path {@code members} with a list of values, as an old client of Entra did. */
    BY_VALUE,
    /** By sending the members who stay, after the group was read. */
    BY_REPLACEMENT
}
