package org.zhengdun.organization;

import java.time.LocalDate;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which org units to list, and of which day. */
class UnitFilter {

    static final String AS_OF = "Day whose names, places and closures are shown, today when absent, not in the future; rights are those of today";

    /** Which part of the tree below a unit. */
    enum Mode {
        self, children, descendants
    }

    /** How a name is compared. */
    enum Match {
        prefix, substring
    }

    @QueryParam("under")
    @Parameter(description = "Id of the unit to start from; without it, the roots of the caller's scope")
    @Nullable
    Integer under;

    @QueryParam("mode")
    @DefaultValue("descendants")
    @Parameter(description = "Only the unit, its direct children, or the unit with everything below it")
    Mode mode = Mode.descendants;

    @QueryParam("kind")
    @Parameter(description = "Only units of this level")
    @Nullable
    UnitKind kind;

    @QueryParam("name")
    @Parameter(description = "Name or a part of it, see match")
    @Nullable
    String name;

    @QueryParam("match")
    @DefaultValue("prefix")
    @Parameter(description = "How name is compared")
    Match match = Match.prefix;

    @QueryParam("asOf")
    @Parameter(description = AS_OF)
    @Nullable
    LocalDate asOf;

    @QueryParam("code")
    @Parameter(description = "Official code or its beginning")
    @Nullable
    String code;
}
