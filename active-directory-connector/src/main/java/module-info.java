/** Active Directory as a target of accounts. */
module dev.tenure.activedirectory {
    requires transitive dev.tenure.lifecycle.api;
    requires static org.jspecify;
    requires unboundid.ldapsdk;

    exports dev.tenure.activedirectory;
}
