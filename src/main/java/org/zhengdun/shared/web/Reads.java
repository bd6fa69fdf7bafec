package org.zhengdun.shared.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers single reads with their entity tag, or 304 when the caller already has that version. */
@RequestScoped
public class Reads {

    private final RoutingContext context;

    Reads(RoutingContext context) {
        this.context = context;
    }

    public <T> RestResponse<T> versioned(T body, long version) {
        @Nullable
        String known = context.request().getHeader("If-None-Match");
        RestResponse.ResponseBuilder<T> answer = known != null && Etags.matches(known, version)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(body);
        return answer.header("ETag", Etags.of(version)).header("Vary", "Authorization, Accept-Language").header(
                "Cache-Control", "private, no-cache").build();
    }
}
