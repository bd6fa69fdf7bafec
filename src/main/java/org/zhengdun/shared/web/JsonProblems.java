package org.zhengdun.shared.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** What the strict JSON reader refused, as problems with pointers. */
public final class JsonProblems {

    private JsonProblems() {}

    public static ProblemException problem(JsonProcessingException malformed) {
        return duplicate(malformed).orElseGet(() -> others(malformed));
    }

    private static ProblemException others(JsonProcessingException malformed) {
        return switch (malformed) {
            case UnrecognizedPropertyException unknown ->
                at(ProblemType.UNKNOWN_FIELD, unknown, "json.unknown-field", unknown.getPropertyName());
            case InvalidFormatException value when value.getValue() instanceof String text
                    && PlainText.firstRefused(text) >= 0 ->
                at(ProblemType.MALFORMED_BODY, value, "json.refused-text", StrictJson.RefusedText.name(text));
            case InvalidFormatException text when text.getTargetType() == String.class ->
                at(ProblemType.VALIDATION_FAILED, text, "constraint.notblank", "");
            case InvalidFormatException value when value.getValue() instanceof String && !isCoerced(value) ->
                at(ProblemType.VALIDATION_FAILED, value, "json.invalid-value", String.valueOf(value.getValue()));
            case StrictJson.RefusedText refused ->
                at(ProblemType.MALFORMED_BODY, refused, "json.refused-text", refused.getOriginalMessage());
            case MismatchedInputException trailing when trailing.getOriginalMessage().startsWith("Trailing token") ->
                at(ProblemType.MALFORMED_BODY, trailing, "json.malformed", place(trailing));
            case MismatchedInputException type -> at(ProblemType.WRONG_TYPE, type, "json.wrong-type", target(type));
            case JsonMappingException mapping when mapping.getCause() instanceof InputCoercionException ->
                at(ProblemType.WRONG_TYPE, mapping, "json.wrong-type", "number");
            case JsonMappingException mapping when mapping.getCause() instanceof JsonProcessingException cause
                    && !(cause instanceof JsonMappingException) ->
                at(ProblemType.MALFORMED_BODY, mapping, "json.malformed", place(cause));
            case JsonMappingException mapping -> at(ProblemType.WRONG_TYPE, mapping, "json.wrong-type", "value");
            default ->
                ProblemException.of(ProblemType.MALFORMED_BODY, "json.malformed", place(malformed));
        };
    }

    /** The reader stops at the second of two equal keys, wherever it stands, and then knows its name. */
    private static Optional<ProblemException> duplicate(JsonProcessingException malformed) {
        return Stream.of(malformed, malformed.getCause()).filter(JsonParseException.class::isInstance).map(
                JsonParseException.class::cast).filter(
                        stopped -> stopped.getOriginalMessage().startsWith("Duplicate field")).findFirst().map(
                                stopped -> ProblemException.at(ProblemType.MALFORMED_BODY,
                                        List.of(Invalid.of(
                                                stopped.getProcessor().getParsingContext().pathAsPointer().toString(),
                                                "json.duplicate-key"))));
    }

    /** Whether a text stands where a number, a truth value or a UUID belongs. */
    private static boolean isCoerced(InvalidFormatException value) {
        Class<?> target = value.getTargetType();
        return target.isPrimitive() || Number.class.isAssignableFrom(target) || target == Boolean.class
                || target == UUID.class;
    }

    private static ProblemException at(ProblemType type, JsonMappingException problem, String code, Object argument) {
        return ProblemException.at(type, List.of(Invalid.of(pointer(problem), code, argument)));
    }

    private static String target(MismatchedInputException type) {
        Class<?> target = type.getTargetType();
        if (target == null) {
            return "value";
        }
        if (Number.class.isAssignableFrom(target) || (target.isPrimitive() && target != boolean.class)) {
            return "number";
        }
        if (target == UUID.class) {
            return "UUID";
        }
        if (target == Boolean.class || target == boolean.class) {
            return "boolean";
        }
        if (Collection.class.isAssignableFrom(target) || target.isArray()) {
            return "array";
        }
        return target.isRecord() || Map.class.isAssignableFrom(target) ? "object" : "string";
    }

    /** Where the reader stopped, without its words. */
    private static String place(JsonProcessingException malformed) {
        JsonLocation location = malformed.getLocation();
        return location == null ? "1:1" : location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String pointer(JsonMappingException problem) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : problem.getPath()) {
            pointer.append('/').append(step.getFieldName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getFieldName().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
