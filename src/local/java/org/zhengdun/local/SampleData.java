package org.zhengdun.local;

import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.shared.time.Days;

/** Sample data, loaded through the API by the sample accounts; what is there already is left alone. */
final class SampleData {

    private static final long POLL_MILLIS = 200;

    private final ApiClient api;

    SampleData(ApiClient api) {
        this.api = api;
    }

    void load(Options options) throws InterruptedException {
        if (!isImported(options)) {
            importTree(options);
        }
        SampleUnits units = SampleUnits.first(api, options.province().isEmpty() ? "33" : options.province());
        if (isEmpty("township", "/me", "grants")) {
            grant(units);
        }
        if (isEmpty("county_org", "/rounds", "items")) {
            cases(units);
        }
    }

    private boolean isImported(Options options) {
        String code = options.province().isEmpty() ? "659012500504" : options.province() + "0000000000";
        return !api.send("sysadmin", "GET", "/org-units?code=" + code, null, null).body().get("items").isEmpty();
    }

    private void importTree(Options options) throws InterruptedException {
        System.out.println("Importing the tree of Party organizations ...");
        String job = String.valueOf(api.upload("sysadmin", "/org-units/imports",
                NationalTree.csv(options.province())).location()).replaceFirst("^.*/api/v1", "");
        JsonNode state = api.send("sysadmin", "GET", job, null, null).body();
        while (!state.get("state").textValue().matches("SUCCEEDED|FAILED")) {
            Thread.sleep(POLL_MILLIS);
            state = api.send("sysadmin", "GET", job, null, null).body();
        }
        System.out.println(state.toPrettyString());
    }

    private boolean isEmpty(String role, String path, String list) {
        return api.send(role, "GET", path, null, null).body().get(list).isEmpty();
    }

    private void grant(SampleUnits units) {
        Map<String, Long> places = Map.of("province_org", units.province(), "city_org", units.city(), "county_org",
                units.county(), "county_dept", units.county(), "township", units.township(), "branch", units.branch(0),
                "statistics", units.province(), "discipline", units.county(), "auditor", units.province());
        places.forEach((role, unit) -> api.send("sysadmin", "POST", "/grants", """
                {"subject": "%s", "displayName": "%1$s", "role": "%s", "department": %s, "orgUnitId": %d}""".formatted(
                api.subject(role), role, role.equals("county_dept") ? "\"DISCIPLINE\"" : "null", unit), null));
    }

    /** A round in a county whose observation period is set to nothing, so that a case can be closed on the day. */
    private void cases(SampleUnits units) {
        api.send("province_org", "PATCH", "/settings/" + units.county(),
                "{\"observationMonths\": 0, \"lookBackMonths\": []}",
                api.send("province_org", "GET", "/settings/" + units.county(), null, null).etag());
        int year = LocalDate.now(Days.ZONE).getYear();
        long round = api.send("county_org", "POST", "/rounds",
                """
                        {"unitId": %d, "year": %d, "name": "%2$d年度整顿", "startsOn": "%2$d-01-01", "endsOn": "%2$d-12-31"}""".formatted(
                        units.county(), year),
                null).id();
        new CaseStory(api).nominate(round, (int) units.branch(0));
        new CaseStory(api).nominate(round, (int) units.branch(1)).confirm().plan();
        new CaseStory(api).nominate(round,
                (int) units.branch(2)).confirm().plan().rectify().applyForAcceptance().check().transform().close();
    }
}
