package org.zhengdun.access;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Gives and takes grants. */
@ApplicationScoped
class Granting {

    private final AccessGrants grants;
    private final Accounts accounts;
    private final GrantQueries queries;
    private final Units units;
    private final Caller caller;
    private final ChangeLog changes;
    private final Days days;

    Granting(AccessGrants grants, Accounts accounts, GrantQueries queries, Units units, Caller caller,
            ChangeLog changes, Days days) {
        this.grants = grants;
        this.accounts = accounts;
        this.queries = queries;
        this.units = units;
        this.caller = caller;
        this.changes = changes;
        this.days = days;
    }

    Written grant(GrantRequest request) {
        Unit unit = units.referenced(request.orgUnitId(), caller.scope(Permission.GRANT_MANAGE), "/orgUnitId");
        Acting acting = caller.requireActing(Permission.GRANT_MANAGE, unit.path());
        long account = accounts.enrol(caller.issuer(), request.subject(), request.displayName());
        Instant now = days.now();
        Instant from = request.validFrom() == null ? now : request.validFrom();
        GrantProposal proposal = new GrantProposal(acting.accountId(), account, request.role(), request.department(),
                unit, now, from,
                request.validTo(), accounts.held(account, from, request.validTo()));
        GrantRules.require(proposal);
        AccessGrant grant = new AccessGrant(proposal);
        grants.persistAndFlush(grant);
        GrantRow row = queries.find(grant.grantId()).row();
        changes.record(acting, Change.created("grant.give", "grant", row.id(), unit.path(), row));
        return Written.created(row, (long) grant.version(), "/api/v1/grants/" + row.id());
    }

    Written revoke(long id, ChangeControl control, RevokeRequest request) {
        GrantQueries.Found found = queries.find(id, caller.scope(Permission.GRANT_READ));
        Acting acting = caller.requireActing(Permission.GRANT_MANAGE, found.place());
        AccessGrant grant = grants.findById(id);
        control.requireVersion(grant.version());
        grant.revoke(acting.accountId(), days.now());
        grants.flush();
        GrantRow after = queries.find(id).row();
        changes.record(acting, new Change("grant.revoke", "grant", Long.toString(id), found.place(), request.reason(),
                found.row(), after));
        return Written.changed(after, grant.version());
    }
}
