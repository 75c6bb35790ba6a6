package dev.tenure.simulators.scim;

/** A way in which real services differ from the RFCs, or from each other where these leave a choice. */
public enum ScimQuirk {
    /** PATCH is neither announced nor taken. */
    NO_PATCH,
    /** Filters are neither announced nor taken. */
    NO_FILTER,
    /** Users can be looked up by {@code userName} alone; any other filter is refused. */
    FILTERS_USER_NAME_ALONE,
    /** A filter that is not understood finds nothing, instead of being refused. */
    UNKNOWN_FILTERS_FIND_NOTHING,
    /** A filter by the user name minds case. */
    USER_NAME_MINDS_CASE,
    /** A filter by part of a multi-valued attribute breaks once somebody has no such attribute. */
    MULTI_VALUED_FILTERS_BREAK,
    /** A filter whose value holds a quotation mark is refused. */
    QUOTED_FILTERS_BREAK,
    /** A filter does not read escapes, so that a value with a backslash is not found. */
    BACKSLASHES_ARE_NOT_READ,
    /** {@code active} is text: {@code "True"} or {@code "False"}; a truth value is refused. */
    ACTIVE_IS_TEXT,
    /** PATCH of a user with the attributes in its value is taken; one with a path is refused. */
    NO_PATHS_IN_PATCH,
    /** PATCH is answered without a body where nothing changed. */
    NO_BODY_WHERE_NOTHING_CHANGED,
    /** PATCH is always answered without a body. */
    NO_BODY_AFTER_PATCH,
    /** Removing what is not there is refused as {@code noTarget}. */
    REMOVING_NOTHING_IS_NO_TARGET,
    /** To replace a complex attribute drops the parts that are not named. */
    REPLACE_DROPS_UNNAMED_PARTS,
    /** A page beyond the end is the last page again. */
    LAST_PAGE_AGAIN,
    /** A listing without results has no {@code Resources}. */
    NO_RESOURCES_WHERE_NONE,
    /** A name that is taken is refused without {@code scimType}. */
    CONFLICT_WITHOUT_TYPE,
    /** The status of an error is a number. */
    ERROR_STATUS_IS_A_NUMBER,
    /** A body that is not {@code application/scim+json} is refused. */
    SCIM_JSON_ALONE,
    /** A body that is not {@code application/json} is refused. */
    PLAIN_JSON_ALONE,
    /** The answer to a creation has no body. */
    NO_BODY_AFTER_CREATE,
    /** Two groups may have one name. */
    GROUP_NAMES_REPEAT,
    /** Members are removed by a list of values; a path with a filter is refused. */
    MEMBERS_REMOVED_BY_VALUE,
    /** There is no {@code ServiceProviderConfig}, {@code Schemas} or {@code ResourceTypes}. */
    NO_DISCOVERY
}
