package org.zhengdun.evidence;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Answers with the bytes of a file, whole or in part; never to be shown by a browser as a page of this service. */
@RequestScoped
class EvidenceContent {

    private final ReadEvidence reading;
    private final FileStore store;
    private final RoutingContext context;

    EvidenceContent(ReadEvidence reading, FileStore store, RoutingContext context) {
        this.reading = reading;
        this.store = store;
        this.context = context;
    }

    RestResponse<InputStream> answer(long caseId, long fileId, @Nullable Integer version) {
        StoredVersion stored = reading.stored(caseId, fileId, version);
        if (isKnown(stored.etag())) {
            reading.downloaded(caseId, stored, null);
            return headers(ResponseBuilder.<InputStream>create(RestResponse.Status.NOT_MODIFIED), stored).build();
        }
        long size = stored.version().size();
        Optional<ByteRange> asked = ByteRange.of(range(stored.etag()), size);
        asked.ifPresent(part -> requireSatisfiable(part, size));
        ByteRange part = asked.orElseGet(() -> new ByteRange(0, size));
        ResponseBuilder<InputStream> answer = headers(ResponseBuilder.<InputStream>create(asked.isPresent()
                ? RestResponse.Status.PARTIAL_CONTENT
                : RestResponse.Status.OK), stored).header(HttpHeaders.CONTENT_LENGTH, part.count());
        asked.ifPresent(sent -> answer.header("Content-Range", sent.contentRange(size)));
        if (!request().method().equals(HttpMethod.HEAD)) {
            reading.downloaded(caseId, stored, asked.map(sent -> sent.contentRange(size)).orElse(null));
            answer.entity(store.open(stored.object(), part));
        }
        return answer.build();
    }

    private <T> ResponseBuilder<T> headers(ResponseBuilder<T> answer, StoredVersion stored) {
        return answer.header(HttpHeaders.ETAG, stored.etag()).header(HttpHeaders.CONTENT_TYPE,
                stored.version().mediaType()).header(HttpHeaders.CONTENT_DISPOSITION,
                        disposition(stored.version().name())).header("Accept-Ranges", "bytes").header(
                                HttpHeaders.CACHE_CONTROL, "private, no-cache").header(HttpHeaders.VARY,
                                        HttpHeaders.AUTHORIZATION).header("Content-Security-Policy",
                                                "default-src 'none'; sandbox");
    }

    private boolean isKnown(String etag) {
        String known = request().getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && Stream.of(known.split(",", -1)).map(String::strip).anyMatch(
                tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    /** The asked range, unless it was asked of another version of the bytes. */
    private @Nullable String range(String etag) {
        String condition = request().getHeader("If-Range");
        return condition == null || condition.strip().equals(etag) ? request().getHeader("Range") : null;
    }

    private void requireSatisfiable(ByteRange part, long size) {
        if (part.count() == 0) {
            context.response().putHeader("Content-Range", "bytes */" + size);
            throw ProblemException.of(ProblemType.RANGE_NOT_SATISFIABLE);
        }
    }

    /** The name for old clients in ASCII, for all others in full (RFC 6266). */
    static String disposition(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + full;
    }

    private HttpServerRequest request() {
        return context.request();
    }
}
