package org.zhengdun.shared.problem;

/** One value that is not acceptable: JSON pointer (RFC 6901) into the body, or {@code ?name} for a query parameter. */
public record Invalid(String pointer, Message message) {

    public static Invalid of(String pointer, String code, Object... arguments) {
        return new Invalid(pointer, Message.of(code, arguments));
    }
}
