package org.zhengdun.shared.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(@Schema(required = true) List<T> items,
        @Schema(description = "Cursor of the next page; absent on the last") @Nullable String next) {}
