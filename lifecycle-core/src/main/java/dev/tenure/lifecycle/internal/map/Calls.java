package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Function;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.expression.TextPattern;

/** Instructions that call functions. */
final class Calls {

    private Calls() {}

    static Instruction of(Node.Call call) {
        if (call.function() == Function.HAS_WORKDAY_USER) {
            return ProfileFunctions::hasWorkdayUser;
        }
        if (call.function() == Function.FIND_WORKDAY_USER) {
            return ProfileFunctions::findWorkdayUser;
        }
        Builtin builtin = builtin(call);
        int count = call.arguments().size();
        String name = call.function().fullName();
        return (evaluation, next) -> {
            Object value;
            try {
                value = builtin.call(evaluation.arguments(count));
            } catch (Fault fault) {
                throw new Fault("'" + name + "': " + fault.problem());
            }
            evaluation.replace(count, value);
            return next;
        };
    }

    private static Builtin builtin(Node.Call call) {
        if (call.function() == Function.IS_MEMBER_OF_GROUP_NAME_REGEX
                && call.arguments().get(0) instanceof Node.Literal literal
                && literal.value() instanceof AttributeValue.Text text) {
            TextPattern pattern = TextPattern.compile(text.value());
            return arguments -> GroupFunctions.nameMatches(arguments, pattern);
        }
        return builtin(call.function());
    }

    private static Builtin builtin(Function function) {
        return switch (function) {
            case STRING_APPEND -> TextFunctions::append;
            case STRING_JOIN -> TextFunctions::join;
            case STRING_LEN -> TextFunctions::len;
            case STRING_REMOVE_SPACES -> TextFunctions::removeSpaces;
            case STRING_REPLACE -> TextFunctions::replace;
            case STRING_REPLACE_FIRST -> TextFunctions::replaceFirst;
            case STRING_STARTS_WITH -> TextFunctions::startsWith;
            case STRING_CONTAINS -> TextFunctions::stringContains;
            case STRING_SWITCH -> TextFunctions::stringSwitch;
            case STRING_SUBSTRING -> TextFunctions::substring;
            case STRING_SUBSTRING_AFTER -> TextFunctions::substringAfter;
            case STRING_SUBSTRING_BEFORE -> TextFunctions::substringBefore;
            case STRING_TO_UPPER_CASE -> LetterCase::toUpperCase;
            case STRING_TO_LOWER_CASE -> LetterCase::toLowerCase;
            case ARRAYS_ADD -> ArrayFunctions::add;
            case ARRAYS_REMOVE -> ArrayFunctions::remove;
            case ARRAYS_CLEAR -> ArrayFunctions::clear;
            case ARRAYS_GET -> ArrayFunctions::get;
            case ARRAYS_FLATTEN -> ArrayFunctions::flatten;
            case ARRAYS_CONTAINS -> ArrayFunctions::contains;
            case ARRAYS_IS_EMPTY -> ArrayFunctions::isEmpty;
            case ARRAYS_SIZE -> ArrayFunctions::size;
            case ARRAYS_TO_CSV_STRING -> ArrayFunctions::toCsvString;
            case CONVERT_TO_INT -> ConvertFunctions::toInt;
            case CONVERT_TO_NUM -> ConvertFunctions::toNum;
            case ISO3166_TO_ALPHA2 -> CountryFunctions::toAlpha2;
            case ISO3166_TO_ALPHA3 -> CountryFunctions::toAlpha3;
            case ISO3166_TO_NUMERIC -> CountryFunctions::toNumeric;
            case ISO3166_TO_NAME -> CountryFunctions::toName;
            case IS_MEMBER_OF_GROUP, IS_MEMBER_OF_ANY_GROUP -> GroupFunctions::isMemberOfAny;
            case IS_MEMBER_OF_GROUP_NAME -> GroupFunctions::nameEquals;
            case IS_MEMBER_OF_GROUP_NAME_STARTS_WITH -> GroupFunctions::nameStartsWith;
            case IS_MEMBER_OF_GROUP_NAME_CONTAINS -> GroupFunctions::nameContains;
            case IS_MEMBER_OF_GROUP_NAME_REGEX -> GroupFunctions::nameMatches;
            case TIME_NOW -> TimeFunctions::now;
            case TIME_FROM_WINDOWS_TO_ISO8601 -> TimeFunctions::fromWindows;
            case TIME_FROM_UNIX_TO_ISO8601 -> TimeFunctions::fromUnix;
            case TIME_FROM_STRING_TO_ISO8601 -> TimeFunctions::fromString;
            case TIME_FROM_ISO8601_TO_WINDOWS -> TimeFunctions::toWindows;
            case TIME_FROM_ISO8601_TO_UNIX -> TimeFunctions::toUnix;
            case TIME_FROM_ISO8601_TO_STRING -> TimeFunctions::toText;
            case HAS_WORKDAY_USER -> ProfileFunctions::hasWorkdayUser;
            case FIND_WORKDAY_USER -> ProfileFunctions::findWorkdayUser;
            case HAS_DIRECTORY_USER -> ProfileFunctions::hasDirectoryUser;
            case FIND_DIRECTORY_USER -> ProfileFunctions::findDirectoryUser;
            case GET_MANAGER_USER -> ProfileFunctions::managerUser;
            case GET_MANAGER_APP_USER -> ProfileFunctions::managerAppUser;
            case GET_ASSISTANT_USER -> ProfileFunctions::assistantUser;
            case GET_ASSISTANT_APP_USER -> ProfileFunctions::assistantAppUser;
            case USER_GET_INTERNAL_PROPERTY -> ProfileFunctions::internalProperty;
            case USER_GET_LINKED_OBJECT -> ProfileFunctions::linkedObject;
        };
    }
}
