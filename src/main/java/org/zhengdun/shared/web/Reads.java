package org.zhengdun.shared.web;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.Tabular;

/** Answers single reads with their entity tag, or 304 when the caller already has exactly this answer. */
@RequestScoped
public class Reads {

    /** The version of what is computed anew for each read. */
    public static final long NO_VERSION = 0;

    private final RoutingContext context;
    private final ObjectMapper json;

    Reads(RoutingContext context, ObjectMapper json) {
        this.context = context;
        this.json = json;
    }

    @SuppressWarnings("unchecked")
    public <T> RestResponse<T> versioned(T body, long version) {
        String text = text(body);
        String tag = Etags.of(version, text);
        @Nullable
        String known = context.request().getHeader("If-None-Match");
        RestResponse.ResponseBuilder<Object> answer = known != null && Etags.names(known, tag)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.<Object>ok(new StoredAnswer(200, tag, null, text, false)).header(
                        "Content-Type", "application/json;charset=UTF-8");
        return (RestResponse<T>) answer.header("ETag", tag).header("Vary", "Authorization, Accept-Language").header(
                "Cache-Control", "private, no-cache").build();
    }

    /**
     * Answers a table in the form that the caller accepts; each form has its own entity tag.
     *
     * @param facts everything that matters in the answer, which instants of reading do not
     */
    public <T extends Tabular> RestResponse<T> tabular(T table, long version, String facts) {
        String form = context.request().getHeader("Accept") + "\n" + context.request().getHeader("Accept-Language");
        String tag = Etags.of(version, facts + "\n" + form);
        @Nullable
        String known = context.request().getHeader("If-None-Match");
        RestResponse.ResponseBuilder<T> answer = known != null && Etags.names(known, tag)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(table);
        return answer.header("ETag", tag).header("Vary", "Accept, Accept-Language, Authorization").header("Cache-Control",
                "private, no-cache").build();
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
