package org.zhengdun.verification;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.zhengdun.access.CaseAssignments;
import org.zhengdun.access.Separation;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;

/** Who is on the team of a check: named apart from the work on the case, with access while he is on it. */
@ApplicationScoped
class Teams {

    private final CaseAssignments assignments;
    private final Separation separation;
    private final Caller caller;
    private final Jdbi jdbi;
    private final Days days;

    Teams(CaseAssignments assignments, Separation separation, Caller caller, Jdbi jdbi, Days days) {
        this.assignments = assignments;
        this.separation = separation;
        this.caller = caller;
        this.jdbi = jdbi;
        this.days = days;
    }

    /** The members with their accounts; none of them has another part in the case, each sees it from now on. */
    List<TeamMember> named(CaseFile file, List<CheckRequest.Member> team) {
        separation.requireInspectorsApart(file.caseId(), caller.issuer(),
                team.stream().map(CheckRequest.Member::subject).toList());
        return team.stream().map(member -> {
            long accountId = assignments.account(caller.issuer(), member.subject(), member.name());
            assignments.assign(accountId, Role.INSPECTOR, file.caseId(), file.place()[file.place().length - 1],
                    days.now());
            return new TeamMember(accountId, member.name(), member.post(), member.unit(), member.leader());
        }).toList();
    }

    /** They lose the case at once. */
    void dismiss(long caseId, List<TeamMember> members) {
        members.forEach(member -> assignments.end(member.accountId(), Role.INSPECTOR, caseId, days.now()));
    }

    /** Keeps who was taken off the team, by whom and why. */
    void remember(long checkId, CaseFile file, List<TeamMember> former, String reason) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    """
                            INSERT INTO check_former_member (check_id, account_id, name, post, unit, leader, left_at, removed_by,
                                                             reason)
                            VALUES (:check, :accountId, :name, :post, :unit, :leader, :now, :by, :reason)""");
            former.forEach(member -> batch.bind("check", checkId).bind("accountId", member.accountId()).bind("name",
                    member.name()).bind("post", member.post()).bind("unit", member.unit()).bind("leader",
                            member.leader()).bind("now", days.now()).bind("by", file.acting().accountId()).bind(
                                    "reason", reason).add());
            batch.execute();
        });
    }
}
