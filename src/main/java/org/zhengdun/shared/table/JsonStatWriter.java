package org.zhengdun.shared.table;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes a table in JSON-stat 2.0. */
@Provider
@Produces(TableFormat.JSON_STAT)
class JsonStatWriter implements MessageBodyWriter<Tabular> {

    private final ObjectMapper json;

    JsonStatWriter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Tabular.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(Tabular table, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        Dataset dataset = table.toDataset();
        TableHeaders.file(headers, TableFormat.JSON_STAT, dataset.fileName("json"));
        out.write(json.writeValueAsBytes(JsonStat.of(dataset)));
    }
}
