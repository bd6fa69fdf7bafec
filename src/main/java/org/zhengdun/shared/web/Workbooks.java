package org.zhengdun.shared.web;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import org.zhengdun.shared.table.TableFile;
import org.zhengdun.shared.table.TableFormat;

/** Writes the bytes of a workbook; the framework chooses writers by the declared type and would write them as a text. */
@Provider
@Produces(TableFormat.XLSX)
class Workbooks implements MessageBodyWriter<Object> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public void writeTo(Object workbook, Class<?> type, Type genericType, Annotation[] annotations,
            MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        if (!(workbook instanceof byte[] bytes)) {
            throw new IllegalArgumentException("not the content of a " + TableFile.class.getSimpleName());
        }
        out.write(bytes);
    }
}
