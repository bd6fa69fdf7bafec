package org.zhengdun.shared.contract;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Parts that the operations share; a part is declared when the first operation refers to it. */
final class SharedComponents {

    private static final String SECURITY = "oidc";
    private static final String IF_NONE_MATCH = "IfNoneMatch";

    /** A response header by its name and the component that describes it. */
    enum ResponseHeader {
        /** Version of the object. */
        ETAG("ETag", "ETag",
                "Strong entity tag; give it back in If-Match, which goes by the version before the hyphen"),
        /** Where a created object is. */
        LOCATION("Location", "Location", "Path of the created object"),
        /** Marks a stored answer. */
        REPLAYED("Idempotency-Replayed", "IdempotencyReplayed",
                "`true` when this is the stored answer of an earlier request"),
        /** Leads to the log. */
        TRACE_ID("X-Trace-Id", "TraceId", "Leads to the log; taken from traceparent when the request has one");

        private final String field;
        private final String component;
        private final String description;

        ResponseHeader(String field, String component, String description) {
            this.field = field;
            this.component = component;
            this.description = description;
        }

        private Header header() {
            return OASFactory.createHeader().description(description).schema(text());
        }
    }

    private final Components components;
    private final Map<String, APIResponse> responses = new TreeMap<>();
    private final Map<String, Header> headers = new TreeMap<>();

    SharedComponents(Components components) {
        this.components = components;
    }

    APIResponse withHeader(APIResponse response, ResponseHeader header) {
        headers.computeIfAbsent(header.component, name -> header.header());
        return response.addHeader(header.field, OASFactory.createHeader().ref(header.component));
    }

    APIResponse problem(ProblemAnswer answer) {
        responses.computeIfAbsent(answer.component(),
                name -> withHeader(answer.response(), ResponseHeader.TRACE_ID));
        return OASFactory.createAPIResponse().ref(answer.component());
    }

    void secure(Operation operation) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SECURITY));
        components.addSecurityScheme(SECURITY,
                OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat(
                        "JWT").description(
                                "Access token of the OpenID provider with the audience `zhengdun-api`; "
                                        + "a role of the token counts where an active grant backs it"));
    }

    void acceptIfNoneMatch(Operation operation) {
        operation.addParameter(OASFactory.createParameter().ref(IF_NONE_MATCH));
        components.addParameter(IF_NONE_MATCH,
                OASFactory.createParameter().name("If-None-Match").in(Parameter.In.HEADER).description(
                        "Entity tags the caller already has; 304 when one of them is current").schema(text()));
    }

    /** Puts what was used into the document. */
    void declare() {
        components.setResponses(responses);
        components.setHeaders(headers);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
