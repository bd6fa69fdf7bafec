package org.zhengdun.audit;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.web.Page;

/** One page of seals, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditSealPage")
record SealPage(List<SealRow> items,
        @Schema(description = "Cursor of the next page; absent on the last") @Nullable String next) {

    static SealPage of(Page<SealRow> page) {
        return new SealPage(page.items(), page.next());
    }
}
