package org.zhengdun.verification;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One edition of a checklist in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ChecklistRow")
record ChecklistRow(long id, UUID family, int edition, int unitId, String name, ChecklistState state,
        @Nullable Instant publishedAt) {}
