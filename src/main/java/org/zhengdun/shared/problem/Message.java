package org.zhengdun.shared.problem;

import java.util.List;

/** A text of the message bundle with its arguments, not yet in a language. */
public record Message(String code, List<Object> arguments) {

    public static Message of(String code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }
}
