/** The nouns of Tenure: the values that flow from HR to the targets, and the interfaces that connectors and stores implement. */
module dev.tenure.lifecycle.api {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports dev.tenure.lifecycle.account;
    exports dev.tenure.lifecycle.attribute;
    exports dev.tenure.lifecycle.decision;
    exports dev.tenure.lifecycle.expression;
    exports dev.tenure.lifecycle.failure;
    exports dev.tenure.lifecycle.journal;
    exports dev.tenure.lifecycle.listener;
    exports dev.tenure.lifecycle.mapping;
    exports dev.tenure.lifecycle.plan;
    exports dev.tenure.lifecycle.policy;
    exports dev.tenure.lifecycle.source;
    exports dev.tenure.lifecycle.store;
    exports dev.tenure.lifecycle.target;
    exports dev.tenure.lifecycle.worker;
}
