package org.zhengdun.evidence;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** What a sender says of a file, apart from its bytes. */
class EvidenceTerms {

    private static final Period OLDEST = Period.ofYears(20);

    @QueryParam("name")
    @Parameter(description = "Name of the file with the ending of its type, at most 200 characters", required = true)
    @Nullable
    String name;

    @QueryParam("occurredOn")
    @Parameter(description = "Day of what the file shows: not in the future, not more than 20 years ago", required = true)
    @Nullable
    LocalDate occurredOn;

    @HeaderParam("Content-Type")
    @Parameter(hidden = true)
    @Nullable
    String contentType;

    @HeaderParam("Content-Length")
    @Parameter(hidden = true)
    @Nullable
    Long contentLength;

    @HeaderParam("Content-Digest")
    @Parameter(description = "`sha-256=:…:` of the bytes (RFC 9530); a file that came in differently is refused")
    @Nullable
    String contentDigest;

    /** The terms of an acceptable file. */
    record Checked(String name, LocalDate occurredOn, MediaKind kind) {}

    /** Everything that is wrong at once: 415 for the type, 422 for the values, 413 for an announced size. */
    Checked checked(EvidenceConfig config, LocalDate today) {
        MediaKind kind = MediaKind.of(contentType).filter(known -> config.types().contains(known.type())).orElseThrow(
                () -> Spool.refused(ProblemType.UNSUPPORTED_MEDIA_TYPE, "evidence.types",
                        String.join(", ", config.types().stream().sorted().toList())));
        List<Invalid> errors = new ArrayList<>();
        String given = name == null ? "" : FileNames.normal(name);
        FileNames.refused(given, kind).ifPresent(errors::add);
        LocalDate day = occurredOn == null ? LocalDate.MAX : occurredOn;
        if (occurredOn == null) {
            errors.add(Invalid.of("?occurredOn", "constraint.notnull"));
        } else if (day.isAfter(today)) {
            errors.add(Invalid.of("?occurredOn", "date.in-future"));
        } else if (day.isBefore(today.minus(OLDEST))) {
            errors.add(Invalid.of("?occurredOn", "date.before-earliest", today.minus(OLDEST).toString()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        requireSize(config.maxSize().asLongValue());
        return new Checked(given, day, kind);
    }

    private void requireSize(long most) {
        if (contentLength != null && contentLength > most) {
            throw Received.tooLarge(most);
        }
    }
}
