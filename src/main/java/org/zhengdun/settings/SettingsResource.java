package org.zhengdun.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.MergePatch;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.shared.web.Written;

/** Settings of a unit. */
@Path("settings/{unitId}")
@Authenticated
@Tag(name = "Settings")
class SettingsResource {

    private final UnitSettings settings;
    private final StoredOverrides stored;
    private final SettingsJson json;
    private final Units units;
    private final Caller caller;
    private final ChangeLog changes;
    private final Reads reads;
    private final Writes writes;

    SettingsResource(UnitSettings settings, StoredOverrides stored, SettingsJson json, Units units, Caller caller,
            ChangeLog changes, Reads reads, Writes writes) {
        this.settings = settings;
        this.stored = stored;
        this.json = json;
        this.units = units;
        this.caller = caller;
        this.changes = changes;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.SETTINGS_READ)
    @Operation(operationId = "getSettings", summary = "Read what rules a unit and which unit has set it")
    public RestResponse<SettingsDetail> get(@PathParam("unitId") int unitId) {
        UnitSettings.State state = settings.read(visible(unitId));
        return reads.versioned(state.detail(), state.tag());
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Allowed(Permission.SETTINGS_WRITE)
    @Operation(operationId = "changeSettings", summary = "Set values for a unit and its subtree; null gives one back to inheritance")
    @RequestBody(content = {
            @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT, implementation = Object.class)),
            @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT, implementation = Object.class))})
    public RestResponse<SettingsDetail> change(@PathParam("unitId") int unitId, @BeanParam ChangeControl control,
            @NotNull MergePatch body) {
        return writes.run(control, body, () -> changed(unitId, control, body.fields()));
    }

    private Written changed(int unitId, ChangeControl control, ObjectNode patch) {
        Unit unit = visible(unitId);
        Acting acting = caller.requireActing(Permission.SETTINGS_WRITE, unit.path());
        UnitSettings.State former = settings.read(unit);
        control.requireVersion(former.tag());
        ObjectNode before = former.detail().overrides();
        ObjectNode after = settings.patched(unit, former.detail(), patch);
        if (after.equals(before)) {
            return Written.changed(former.detail(), former.tag());
        }
        stored.store(unitId, json.text(after), former.storedVersion(), acting.accountId());
        changes.record(acting, new Change("settings.change", "settings", Integer.toString(unitId), unit.path(), null,
                before, after));
        UnitSettings.State current = settings.read(unit);
        return Written.changed(current.detail(), current.tag());
    }

    private Unit visible(int unitId) {
        return units.inScope(unitId, caller.scope(Permission.SETTINGS_READ));
    }
}
