package org.zhengdun.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.zhengdun.organization.BranchKind;
import org.zhengdun.shared.security.Role;

/** What happens around the cases of a random world. */
record RandomNews(RandomWorld world) {

    private static final List<String> METHODS = List.of("VISIT", "INTERVIEW", "RECORD_CHECK");
    private static final List<String> RESULTS = List.of("NORMAL", "WATCH", "WEAK");
    private static final List<String> LEVELS = List.of("TOWNSHIP", "COUNTY", "PROVINCE");

    /** A township goes to another county with all its branches. */
    void moveUnit() {
        int township = world.pick(world.townships());
        int target = world.pick(world.counties());
        world.office.act(world.province(), "POST", "/org-units/" + township + "/moves",
                "{\"parentId\": %d, \"reason\": \"区划调整\"}".formatted(target)).ifPresent(
                        moved -> world.moved(township, target));
    }

    void reportFacts(int branch, LocalDate from) {
        String township = world.office.at(Role.TOWNSHIP, world.township(branch));
        boolean vacant = world.random.nextBoolean();
        String vacancy = vacant ? ", \"secretaryVacantSince\": \"" + from + "\"" : "";
        String replaced = world.chance(40) ? ", \"secretaryReplacedOn\": \"" + from + "\"" : "";
        String trained = world.chance(50)
                ? ", \"secretaryTrainedOn\": \"%s\", \"secretaryTrainingLevel\": \"%s\"".formatted(from,
                        world.pick(LEVELS))
                : "";
        world.office.act(township, "PUT", "/branches/" + branch + "/facts",
                """
                        {"validFrom": "%s", "branchKind": "%s", "urban": false, "registeredPoorVillage": %s, "members": 9,
                         "secretaryStatus": "%s", "secretaryToReplace": %s%s%s%s}""".formatted(
                        from,
                        world.pick(List.of(BranchKind.values())), world.random.nextBoolean(),
                        vacant ? "VACANT" : "FILLED", world.random.nextBoolean(), vacancy, replaced, trained));
    }

    void screen(int branch) {
        long round = world.round(world.county(branch), world.year() - world.random.nextInt(2));
        world.office.act(world.office.at(Role.TOWNSHIP, world.township(branch)), "POST",
                "/rounds/" + round + "/screenings",
                """
                        {"branchId": %d, "method": "%s", "result": "%s", "findings": "组织生活不经常", "screenedOn": "%s"}""".formatted(
                        branch, world.pick(METHODS), world.pick(RESULTS),
                        world.today.minusDays(world.random.nextInt(300))));
    }

    /** A report of a past month, opened now and perhaps submitted, in time or late; the service opens none of the past. */
    void monthlyReport(int township) {
        YearMonth month = YearMonth.from(world.today).minusMonths(1L + world.random.nextInt(5));
        LocalDate due = month.plusMonths(1).atDay(5);
        LocalDate submitted = due.plusDays(world.random.nextInt(10) - 5L);
        boolean missed = world.chance(30);
        long round = world.pick(world.rounds());
        world.jdbi.useTransaction(handle -> handle.createQuery(
                """
                        INSERT INTO monthly_report (round_id, unit_id, ancestors, month, due_on, red_after, opened_at, submitted_on,
                            editions)
                        SELECT :round, id, ancestors, :month, :due, 2, now(), :submitted, :editions FROM org_unit WHERE id = :unit
                        ON CONFLICT DO NOTHING RETURNING id""").bind(
                        "round", round).bind("month", month.atDay(1)).bind("due",
                                due).bind("submitted", missed ? null : submitted).bind("editions", missed ? 0 : 1).bind(
                                        "unit",
                                        township).mapTo(Long.class).findOne().filter(id -> !missed).ifPresent(
                                                id -> handle.execute(
                                                        """
                                                                INSERT INTO monthly_report_edition (report_id, edition, progress, figures, submitted_at,
                                                                    submitted_by)
                                                                SELECT ?, 1, '进展', '{}', now(), min(id) FROM account""",
                                                        id)));
    }
}
