package org.zhengdun.evidence;

import java.io.InputStream;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Evidence files of a case. */
@Path("cases/{id}/evidence")
@Authenticated
@Tag(name = "Evidence")
class EvidenceResource {

    private final AddEvidence add;
    private final ReadEvidence reading;
    private final EvidenceQueries queries;
    private final EvidenceContent content;

    EvidenceResource(AddEvidence add, ReadEvidence reading, EvidenceQueries queries, EvidenceContent content) {
        this.add = add;
        this.reading = reading;
        this.queries = queries;
        this.content = content;
    }

    @GET
    @Allowed(Permission.EVIDENCE_READ)
    @Operation(operationId = "listEvidence", summary = "List the evidence files of a case")
    public Page<EvidenceRow> list(@PathParam("id") long id,
            @QueryParam("problemId") @Parameter(description = "Only files of this problem and its measures") @Nullable Long problemId,
            @Valid @BeanParam PageRequest page) {
        return queries.page(reading.open(id), problemId, page);
    }

    @POST
    @Blocking
    @ResponseStatus(201)
    @Consumes({MediaKind.Type.JPEG, MediaKind.Type.PNG, MediaKind.Type.PDF, MediaKind.Type.MP4, MediaKind.Type.DOCX,
            MediaKind.Type.XLSX})
    @Allowed(Permission.EVIDENCE_SEND)
    @Operation(operationId = "addEvidence", summary = "Upload an evidence file", description = """
            The body is the file itself. It is stored when its bytes are of the type and not too many, and, with
            Content-Digest, when they are the ones that were sent. Changes nothing that a caller may have read, so it needs
            no If-Match.""")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<EvidenceRow> create(@PathParam("id") long id, @BeanParam EvidenceTarget target,
            @BeanParam EvidenceTerms terms, @BeanParam CreateControl control, InputStream body) {
        return add.newFile(id, target, new AddEvidence.Upload(terms, control, body));
    }

    @GET
    @Path("{fileId}")
    @Allowed(Permission.EVIDENCE_READ)
    @Operation(operationId = "getEvidence", summary = "Read an evidence file with all its versions")
    public EvidenceRow.Detail get(@PathParam("id") long id, @PathParam("fileId") long fileId) {
        return queries.detail(reading.open(id), fileId);
    }

    @POST
    @Path("{fileId}/versions")
    @Blocking
    @ResponseStatus(201)
    @Consumes({MediaKind.Type.JPEG, MediaKind.Type.PNG, MediaKind.Type.PDF, MediaKind.Type.MP4, MediaKind.Type.DOCX,
            MediaKind.Type.XLSX})
    @Allowed(Permission.EVIDENCE_SEND)
    @Operation(operationId = "addEvidenceVersion", summary = "Upload a new version of an evidence file; former ones stay readable")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<EvidenceRow> replace(@PathParam("id") long id, @PathParam("fileId") long fileId,
            @BeanParam EvidenceTerms terms, @BeanParam CreateControl control, InputStream body) {
        return add.newVersion(id, fileId, new AddEvidence.Upload(terms, control, body));
    }

    @GET
    @Path("{fileId}/content")
    @Blocking
    @Allowed(Permission.EVIDENCE_READ)
    @APIResponse(responseCode = "200", description = "The bytes of the file", content = {
            @Content(mediaType = MediaKind.Type.JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    @APIResponse(responseCode = "206", description = "The asked range of the bytes", content = {
            @Content(mediaType = MediaKind.Type.JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = MediaKind.Type.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    @APIResponse(responseCode = "416", description = "The file ends before the asked range")
    @Operation(operationId = "getEvidenceContent", summary = "Download an evidence file, whole or one range of it")
    public RestResponse<InputStream> content(@PathParam("id") long id, @PathParam("fileId") long fileId,
            @QueryParam("version") @Parameter(description = "Number of the version; the current one by default") @Nullable Integer version,
            @HeaderParam("Range") @Parameter(description = "One range of bytes: `bytes=0-1023`") @Nullable String range,
            @HeaderParam("If-Range") @Parameter(description = "The range is meant of the bytes with this entity tag") @Nullable String ifRange) {
        return content.answer(id, fileId, version);
    }
}
