package org.zhengdun.audit;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.ReadLog;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

/** Opens the audit trail for an auditor; who looks into it is seen in it. */
@RequestScoped
class AuditReads {

    private final Caller caller;
    private final Units units;
    private final ReadLog log;

    AuditReads(Caller caller, Units units, ReadLog log) {
        this.caller = caller;
        this.units = units;
        this.log = log;
    }

    /** The caller's part of the trail. */
    Scope scope() {
        return caller.scope(Permission.AUDIT_READ);
    }

    /** The chain in which the rows of a unit are sealed; 404 outside the scope. */
    int chain(int unitId) {
        return AuditEntry.chain(unit(unitId).path());
    }

    /** As {@link #chain}, leaving a trace of what it is opened for. */
    int chain(int unitId, String action) {
        Unit unit = unit(unitId);
        leave(action, unit.path(), Integer.toString(unitId));
        return AuditEntry.chain(unit.path());
    }

    /** Leaves that the caller listed his part of the trail. */
    void listed() {
        for (ScopeRoot root : scope().roots()) {
            leave("audit.read", root.path(), Integer.toString(root.unitId()));
        }
    }

    private Unit unit(int unitId) {
        return units.inScope(unitId, scope());
    }

    private void leave(String action, int[] place, String unit) {
        log.read(caller.requireActing(Permission.AUDIT_READ, place), new ReadLog.Look(action, "audit", unit, place));
    }
}
