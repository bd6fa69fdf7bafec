package org.zhengdun.probe;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

@Path("probe")
@Authenticated
class ProbeResource {

    private final ProbeThings things;
    private final Writes writes;
    private final Reads reads;

    ProbeResource(ProbeThings things, Writes writes, Reads reads) {
        this.things = things;
        this.writes = writes;
        this.reads = reads;
    }

    enum Colour {
        RED, GREEN
    }

    record Part(@NotBlank String name, int count) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Everything(@NotNull @Size(max = 20) String text, @Max(100) int number, @Nullable Long large,
            @Nullable Boolean flag, @Nullable BigDecimal amount, @Nullable LocalDate day, @Nullable Instant at,
            @Nullable Colour colour, @Nullable UUID uuid, @Nullable List<@Valid @NotNull Part> parts) {}

    record NameRequest(@NotBlank @Size(max = 50) String name) {}

    record Thing(long id, String name) {}

    @POST
    @Path("echo")
    @Allowed(Permission.SELF)
    @Operation(hidden = true)
    public Everything echo(@Valid @NotNull Everything body) {
        return body;
    }

    @GET
    @Path("things")
    @Allowed(Permission.SELF)
    @Operation(hidden = true)
    public Page<Thing> list(@Valid @BeanParam PageRequest page, @QueryParam("prefix") @Nullable String prefix) {
        return things.page(page, prefix == null ? "" : prefix);
    }

    @GET
    @Path("things/{id}")
    @Allowed(Permission.SELF)
    @Operation(hidden = true)
    public RestResponse<Thing> read(@PathParam("id") long id) {
        return reads.versioned(things.read(id), things.version(id));
    }

    @POST
    @Path("things")
    @Allowed(Permission.SELF)
    @Operation(hidden = true)
    public RestResponse<Thing> create(@BeanParam CreateControl control, @Valid @NotNull NameRequest body) {
        return writes.run(control, body, () -> things.create(body.name()));
    }

    @PATCH
    @Path("things/{id}")
    @Allowed(Permission.SELF)
    @Operation(hidden = true)
    public RestResponse<Thing> rename(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull NameRequest body) {
        return writes.run(control, body, () -> things.rename(id, control, body.name()));
    }

    @GET
    @Path("fault")
    @Allowed(Permission.SELF)
    @Operation(hidden = true)
    public Thing fault() {
        throw new IllegalStateException("jdbc:postgresql://secret");
    }

    @GET
    @Path("county-only")
    @Allowed(Permission.ROUND_MANAGE)
    @Operation(hidden = true)
    public Thing forCounties() {
        return new Thing(1, "county");
    }

    @GET
    @Path("forgotten")
    @Operation(hidden = true)
    public Thing withoutRight() {
        return new Thing(1, "forgotten");
    }
}
