package org.zhengdun.settings;

import java.util.SortedMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What rules a unit, and why.
 *
 * @param values    the effective values
 * @param sources   for each value, by JSON pointer, the unit it comes from; the root of the tree for national defaults
 * @param overrides what the unit itself has set
 */
@Schema(name = "SettingsDetail")
record SettingsDetail(int unitId, Settings values, SortedMap<String, Integer> sources,
        @Schema(type = SchemaType.OBJECT, implementation = Object.class) ObjectNode overrides) {}
