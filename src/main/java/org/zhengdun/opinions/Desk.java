package org.zhengdun.opinions;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.catalogue.Department;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.CallerGrants.Account;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.ScopeRoot;

/** The departments for which the caller answers, each at the unit of its grant. */
@RequestScoped
class Desk {

    private final Caller caller;

    Desk(Caller caller) {
        this.caller = caller;
    }

    /** One department of one county. */
    record Seat(Department department, ScopeRoot county) {}

    /** Backed by the token and a grant that names a department; a grant without one gives no seat. */
    List<Seat> seats() {
        if (caller.scope(Permission.OPINION_ANSWER).isEmpty()) {
            return List.of();
        }
        return caller.account().map(Account::grants).orElse(List.of()).stream().filter(
                grant -> Permission.OPINION_ANSWER.roles().contains(grant.role())).flatMap(
                        grant -> grant.department().stream().map(
                                name -> new Seat(Department.valueOf(name), new ScopeRoot(grant.path())))).toList();
    }

    boolean holds(Department department, int[] place) {
        return seats().stream().anyMatch(
                seat -> seat.department() == department && seat.county().covers(place));
    }
}
