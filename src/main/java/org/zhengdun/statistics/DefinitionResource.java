package org.zhengdun.statistics;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Language;

/** What the figures mean: the definitions by which they are counted. */
@Path("statistics")
@Authenticated
@Tag(name = "Statistics")
class DefinitionResource {

    private final Language language;

    DefinitionResource(Language language) {
        this.language = language;
    }

    /** The definitions of all indicators. */
    @Schema(name = "IndicatorDefinitions")
    record Definitions(List<Definition> items) {}

    /**
     * A dimension.
     *
     * @param codes the texts by which rows and columns name it
     */
    @Schema(name = "DimensionRow")
    record DimensionRow(String code, String label, List<String> codes) {}

    /** All dimensions. */
    @Schema(name = "Dimensions")
    record Dimensions(List<DimensionRow> items) {}

    @GET
    @Path("definitions")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listDefinitions", summary = "List the definitions of all indicators")
    public Definitions definitions() {
        return new Definitions(Indicators.ALL.stream().map(
                indicator -> Definition.of(indicator, language.isEnglish())).toList());
    }

    @GET
    @Path("definitions/{code}")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "getDefinition", summary = "Read the definition of an indicator")
    public Definition definition(@PathParam("code") String code) {
        return Indicators.find(code).map(indicator -> Definition.of(indicator, language.isEnglish())).orElseThrow(
                ProblemException::notFound);
    }

    @GET
    @Path("dimensions")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listDimensions", summary = "List the dimensions of figures")
    public Dimensions dimensions() {
        return new Dimensions(Stream.of(Dimension.values()).map(
                dimension -> new DimensionRow(dimension.code(),
                        language.text(Message.of("dimension." + dimension.code())), codes(dimension))).toList());
    }

    private static List<String> codes(Dimension dimension) {
        return dimension == Dimension.ORG
                ? Stream.of(OrgLevel.values()).map(level -> new Axis(dimension, level).code()).toList()
                : List.of(dimension.code());
    }
}
