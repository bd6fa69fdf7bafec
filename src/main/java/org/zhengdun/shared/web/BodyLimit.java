package org.zhengdun.shared.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/**
 * JSON bodies end at 1 MB unless their type says otherwise, and are UTF-8, which the JSON reader does not check; only uploads
 * are read as a stream.
 */
@Provider
class BodyLimit implements ReaderInterceptor {

    private static final int LIMIT = 1 << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() != InputStream.class) {
            context.setInputStream(
                    new ByteArrayInputStream(read(context.getInputStream(), limit(context.getType()))));
        }
        return context.proceed();
    }

    private static int limit(Class<?> type) {
        BodySize own = type.getAnnotation(BodySize.class);
        return own == null ? LIMIT : own.value();
    }

    private static byte[] read(InputStream stream, int limit) throws IOException {
        byte[] body = stream.readNBytes(limit + 1);
        if (body.length > limit) {
            throw ProblemException.of(ProblemType.BODY_TOO_LARGE, "body.limit", limit);
        }
        requireUtf8(body);
        return body;
    }

    /** A byte 0 would be UTF-16 or UTF-32, or a NUL that no JSON text has. */
    private static void requireUtf8(byte[] body) {
        try {
            if (StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).chars().noneMatch(c -> c == 0)) {
                return;
            }
        } catch (CharacterCodingException notUtf8) {
            throw ProblemException.of(ProblemType.MALFORMED_BODY, "body.utf-8");
        }
        throw ProblemException.of(ProblemType.MALFORMED_BODY, "body.utf-8");
    }
}
