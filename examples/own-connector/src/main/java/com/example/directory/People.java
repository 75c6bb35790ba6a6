package com.example.directory;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Translates between people of the directory and accounts. */
final class People {

    /** The directory says this in its manual only; a system that can be asked is better asked. */
    static final AttributeSchema SCHEMA = AttributeSchema.of(List.of(
            required("login"),
            required("email"),
            required("givenName"),
            required("familyName"),
            AttributeDefinition.of("title", AttributeType.STRING),
            AttributeDefinition.of("mobile", AttributeType.STRING)));

    private final String target;

    People(String target) {
        this.target = target;
    }

    private static AttributeDefinition required(String name) {
        return new AttributeDefinition(
                name, AttributeType.STRING, AttributeType.STRING, true, false, OptionalInt.of(100), List.of());
    }

    Map<String, Object> json(Map<String, AttributeValue> values) {
        Map<String, Object> json = new LinkedHashMap<>();
        values.forEach((name, value) -> json.put(name, value.isNull() ? null : value.asText()));
        return json;
    }

    List<Account> accounts(Map<String, Object> page) {
        if (!(page.get("people") instanceof List<?> people)) {
            throw new ProtocolViolation(target, "The directory: a page has no list of people");
        }
        return people.stream().map(this::account).toList();
    }

    Account account(Object json) {
        if (!(json instanceof Map<?, ?> person
                && person.get("id") instanceof String id
                && person.get("login") instanceof String login
                && person.get("state") instanceof String state)) {
            throw new ProtocolViolation(target, "The directory: a person has no id, no login or no state");
        }
        Attributes.Builder attributes = Attributes.builder();
        for (String name : SCHEMA.names()) {
            Object value = person.get(name);
            attributes.put(name, value instanceof String text ? AttributeValue.normalised(text) : AttributeValue.NULL);
        }
        return new Account(new AccountRef(target, id), login, status(state), attributes.build());
    }

    private AccountStatus status(String state) {
        return switch (state) {
            case "open" -> AccountStatus.ACTIVE;
            case "blocked" -> AccountStatus.SUSPENDED;
            case "closed" -> AccountStatus.DEACTIVATED;
            default ->
                throw new ProtocolViolation(target, "The directory: a person is in a state that its manual lacks");
        };
    }
}
