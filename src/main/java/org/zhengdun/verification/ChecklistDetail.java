package org.zhengdun.verification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One edition of a checklist with its content. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Checklist")
record ChecklistDetail(long id, @Schema(description = "The same for all editions") UUID family,
        @Schema(description = "Version of the checklist within its family, from 1") int edition, int unitId,
        String name, ChecklistState state, List<ChecklistContent.Section> sections, @Nullable Instant publishedAt) {}
