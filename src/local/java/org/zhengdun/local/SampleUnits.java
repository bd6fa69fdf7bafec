package org.zhengdun.local;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The first township of a province and the units above it, by id. */
record SampleUnits(long province, long city, long county, long township, List<Long> branches) {

    static SampleUnits first(Api api, String province) {
        long provinceId = api.send("sysadmin", "GET", "/org-units?code=" + province + "0000000000", null,
                null).body().get("items").get(0).get("id").longValue();
        long city = children(api, provinceId).getFirst();
        long county = children(api, city).get(1);
        long township = children(api, county).getFirst();
        return new SampleUnits(provinceId, city, county, township, children(api, township));
    }

    long branch(int index) {
        return branches.get(index);
    }

    private static List<Long> children(Api api, long unit) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode child : api.send("sysadmin", "GET", "/org-units?mode=children&under=" + unit, null,
                null).body().get("items")) {
            ids.add(child.get("id").longValue());
        }
        return ids;
    }
}
