package org.zhengdun.shared.web;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.change.ReadLog;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.table.TableFile;
import org.zhengdun.shared.table.TableFormat;
import org.zhengdun.shared.table.Tabular;

/** Answers single reads with their entity tag, or 304 when the caller already has exactly this answer. */
@RequestScoped
public class Reads {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final List<String> INSTANTS = List.of("\"dataAsOf\":\"", "\"computedAt\":\"");
    private static final List<MediaType> FORMATS = Stream.of(TableFormat.JSON, TableFormat.CSV, TableFormat.XLSX,
            TableFormat.JSON_STAT).map(MediaType::valueOf).toList();

    private final RoutingContext context;
    private final HttpHeaders headers;
    private final ObjectMapper json;
    private final Caller caller;
    private final ReadLog log;

    Reads(RoutingContext context, HttpHeaders headers, ObjectMapper json, Caller caller, ReadLog log) {
        this.context = context;
        this.headers = headers;
        this.json = json;
        this.caller = caller;
        this.log = log;
    }

    public <T> RestResponse<T> versioned(T body, long version) {
        String text = text(body);
        String tag = Etags.of(version, text);
        return answer(tag, "Authorization, Accept-Language", () -> RestResponse.ResponseBuilder.<Object>ok(text).header(
                "Content-Type", JSON));
    }

    /**
     * Answers figures in the format asked for. The tag is a digest of what they say: callers with the same figures share it,
     * and the instants {@code dataAsOf} and {@code computedAt} do not count. A file leaves a row in the audit trail.
     *
     * @param place ids from the root to the unit that the figures are about
     */
    public <T extends Tabular> RestResponse<T> figures(T table, int[] place) {
        return figures(table, place, Etags::ofText);
    }

    /** As {@link #figures(Tabular, int[])}, of something that is changed with If-Match. */
    public <T extends Tabular> RestResponse<T> figures(T table, int[] place, long version) {
        return figures(table, place, facts -> Etags.of(version, facts));
    }

    private <T extends Tabular> RestResponse<T> figures(T table, int[] place, UnaryOperator<String> tagOf) {
        String text = text(table);
        MediaType type = headers.getAcceptableMediaTypes().stream().flatMap(
                wanted -> FORMATS.stream().filter(wanted::isCompatible)).findFirst().orElse(FORMATS.getFirst());
        String tag = tagOf.apply(INSTANTS.stream().reduce(text, Reads::without) + type);
        return answer(tag, "Accept, Accept-Language, Authorization",
                () -> written(table, place, text, type.toString()));
    }

    /** Every format is written here: the framework would take one form of JSON for the other, and a table for a text. */
    private RestResponse.ResponseBuilder<Object> written(Tabular table, int[] place, String text, String format) {
        if (format.equals(TableFormat.JSON)) {
            return RestResponse.ResponseBuilder.<Object>ok(text).header("Content-Type", JSON);
        }
        TableFile file = TableFile.of(table.toDataset(), format, json);
        log.read(caller.requireActing(Permission.STATISTICS_READ, place),
                new ReadLog.Look("figures.download", "figures", file.name(), place));
        return RestResponse.ResponseBuilder.<Object>ok(file.content()).header("Content-Type", file.type()).header(
                "Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    }

    /** The JSON text without the last value that follows this name. */
    private static String without(String text, String name) {
        int at = text.lastIndexOf(name);
        return at < 0 ? text : text.substring(0, at) + text.substring(text.indexOf('"', at + name.length()));
    }

    @SuppressWarnings("unchecked")
    private <T> RestResponse<T> answer(String tag, String vary, Supplier<RestResponse.ResponseBuilder<Object>> found) {
        @Nullable
        String known = context.request().getHeader("If-None-Match");
        RestResponse.ResponseBuilder<Object> answer = known != null && Etags.names(known, tag)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : found.get();
        return (RestResponse<T>) answer.header("ETag", tag).header("Vary", vary).header("Cache-Control",
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
