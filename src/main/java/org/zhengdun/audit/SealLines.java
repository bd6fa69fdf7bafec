package org.zhengdun.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

/** Writes a page of seals as lines for a notebook, a bulletin or a time-stamping service. */
@Provider
@Produces(MediaType.TEXT_PLAIN)
class SealLines implements MessageBodyWriter<SealPage> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == SealPage.class;
    }

    @Override
    public void writeTo(SealPage page, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_PLAIN + ";charset=UTF-8");
        for (SealRow seal : page.items()) {
            out.write(seal.line().getBytes(StandardCharsets.UTF_8));
        }
    }
}
