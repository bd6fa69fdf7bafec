package org.zhengdun.audit;

import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.PageRequest;

/** Seals of the audit trail, and whether they hold. */
@Path("audit")
@Authenticated
@Tag(name = "Audit")
class SealResource {

    private static final String OF_UNIT = "Unit whose chain is meant: the one of its province, or of the nation";

    private final AuditReads reads;
    private final SealQueries queries;
    private final VerifyChain verify;
    private final ExportChain export;

    SealResource(AuditReads reads, SealQueries queries, VerifyChain verify, ExportChain export) {
        this.reads = reads;
        this.queries = queries;
        this.verify = verify;
        this.export = export;
    }

    @GET
    @Path("seals")
    @Allowed(Permission.AUDIT_READ)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(operationId = "listAuditSeals", summary = "List the seals of a chain, newest first, as JSON or as lines to be kept outside", description = "A line is chain, number, hash and time with a blank between them.")
    public SealPage seals(@QueryParam("unit") @Parameter(description = OF_UNIT) @NotNull Integer unit,
            @BeanParam @Valid PageRequest page) {
        return SealPage.of(queries.page(reads.chain(unit), page));
    }

    @GET
    @Path("verify")
    @Allowed(Permission.AUDIT_READ)
    @APIResponse(responseCode = "200", description = "What was found", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChainVerification.class)))
    @APIResponse(responseCode = "422", description = "The range begins beyond the chain")
    @Operation(operationId = "verifyAudit", summary = "Recompute a chain of seals from the rows of the trail and name the first break", description = """
            A long chain is followed in several requests: go on with fromSeal = next until it is absent. With an anchor, a seal
            that was kept outside, a chain that was rewritten as a whole is found too.""")
    public ChainVerification verify(@QueryParam("unit") @Parameter(description = OF_UNIT) @NotNull Integer unit,
            @QueryParam("fromSeal") @DefaultValue("1") @Min(1) @Parameter(description = "First seal to follow") int fromSeal,
            @QueryParam("anchorNumber") @Min(1) @Parameter(description = "Number of a seal that was kept outside; with anchorHash") @Nullable Integer anchorNumber,
            @QueryParam("anchorHash") @Pattern(regexp = "[0-9a-f]{64}") @Parameter(description = "Its hash") @Nullable String anchorHash) {
        VerifyChain.@Nullable Anchor anchor = anchor(anchorNumber, anchorHash);
        return verify.run(reads.chain(unit, "audit.verify"), fromSeal, anchor);
    }

    @GET
    @Path("export")
    @Allowed(Permission.AUDIT_READ)
    @Produces(ExportChain.MEDIA_TYPE)
    @APIResponse(responseCode = "200", description = "One JSON object a line: header, seals with their rows, rows without a seal, end", content = @Content(mediaType = ExportChain.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "422", description = "The range begins beyond the chain")
    @Operation(operationId = "exportAudit", summary = "Export a chain with its rows, for verification by anybody", description = "Rows outside the caller's scope are there as their hash alone. examples/verify-audit.py reads it.")
    public StreamingOutput export(@QueryParam("unit") @Parameter(description = OF_UNIT) @NotNull Integer unit,
            @QueryParam("fromSeal") @DefaultValue("1") @Min(1) @Parameter(description = "First seal") int fromSeal,
            @QueryParam("toSeal") @Min(1) @Parameter(description = "Last seal; the newest by default, and then the rows without one") @Nullable Integer toSeal) {
        int chain = reads.chain(unit, "audit.export");
        return export.of(chain, fromSeal, toSeal, reads.scope());
    }

    private static VerifyChain.@Nullable Anchor anchor(@Nullable Integer number, @Nullable String hash) {
        if (number != null && hash != null) {
            return new VerifyChain.Anchor(number, hash);
        }
        if (number == null && hash == null) {
            return null;
        }
        String missing = number == null ? "?anchorNumber" : "?anchorHash";
        throw ProblemException.at(ProblemType.INVALID_PARAMETER,
                List.of(Invalid.of(missing, "audit.anchor-incomplete")));
    }
}
