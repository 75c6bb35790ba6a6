/** A host as a named module. */
module com.example.host {
    requires com.h2database;
    requires dev.tenure.activedirectory;
    requires dev.tenure.lifecycle.core;
    requires dev.tenure.lifecycle.store.jdbc;
    requires dev.tenure.lifecycle.testkit;
    requires dev.tenure.okta;
    requires dev.tenure.scim;
    requires dev.tenure.simulators;
    requires dev.tenure.successfactors;
    requires dev.tenure.workday;
    requires java.naming;
}
