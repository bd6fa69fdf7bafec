package org.zhengdun.evidence;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;

/** What of a case a file is evidence for; the case as a whole when nothing is named. */
class EvidenceTarget {

    @QueryParam("problemId")
    @Parameter(description = "The file is evidence for this problem")
    @Nullable
    Long problemId;

    @QueryParam("measureId")
    @Parameter(description = "The file is evidence for this measure, and so for its problem")
    @Nullable
    Long measureId;

    @QueryParam("checkId")
    @Parameter(description = "The file belongs to this acceptance check")
    @Nullable
    Long checkId;

    @QueryParam("visitId")
    @Parameter(description = "The file belongs to this visit")
    @Nullable
    UUID visitId;

    void requireOneAtMost() {
        List<String> named = Stream.of(named(problemId, "problemId"), named(measureId, "measureId"),
                named(checkId, "checkId"), named(visitId, "visitId")).filter(name -> !name.isEmpty()).toList();
        if (named.size() > 1) {
            throw ProblemException.invalid(named.stream().skip(1).map(
                    name -> Invalid.of("?" + name, "evidence.one-target")).toList());
        }
    }

    boolean isCheck() {
        return checkId != null;
    }

    private static String named(@Nullable Object id, String name) {
        return Objects.isNull(id) ? "" : name;
    }
}
