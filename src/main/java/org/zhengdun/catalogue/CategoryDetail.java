package org.zhengdun.catalogue;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem category with all its versions, the current one first. */
@Schema(name = "CategoryDetail")
record CategoryDetail(String code, CategoryRow current, List<CategoryRow> versions) {}
