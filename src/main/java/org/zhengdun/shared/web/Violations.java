package org.zhengdun.shared.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Violated shape constraints of request records, as pointers and codes. */
public final class Violations {

    private Violations() {}

    public static ProblemException problem(ConstraintViolationException violations) {
        List<Invalid> errors = violations.getConstraintViolations().stream().map(Violations::invalid).sorted(
                Comparator.comparing(Invalid::pointer).thenComparing(error -> error.message().code())).toList();
        if (errors.stream().anyMatch(error -> error.pointer().isEmpty())) {
            return ProblemException.of(ProblemType.MALFORMED_BODY, "body.required");
        }
        boolean onlyParameters = errors.stream().allMatch(error -> error.pointer().startsWith("?"));
        return ProblemException.at(onlyParameters ? ProblemType.INVALID_PARAMETER : ProblemType.VALIDATION_FAILED,
                errors);
    }

    private static Invalid invalid(ConstraintViolation<?> violation) {
        return new Invalid(pointer(violation), message(violation));
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        boolean inBody = true;
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                inBody = false;
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
                inBody = parameter.equals("body");
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
                parameter = node.getName();
            }
        }
        return inBody ? pointer.toString() : "?" + parameter;
    }

    private static Message message(ConstraintViolation<?> violation) {
        String constraint = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        Map<String, Object> attributes = new TreeMap<>(violation.getConstraintDescriptor().getAttributes());
        attributes.keySet().removeAll(List.of("groups", "payload", "message", "flags", "inclusive"));
        Object[] bounds = attributes.values().stream().filter(Number.class::isInstance).map(String::valueOf).toArray();
        return Message.of("constraint." + constraint.toLowerCase(Locale.ROOT), bounds);
    }
}
