package org.zhengdun.statistics;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.web.Language;

/** The public categories as rows or columns of a table, always all of them: which ones occur is not told. */
@RequestScoped
class PublicCategoryItems {

    private final Jdbi jdbi;
    private final Language language;

    PublicCategoryItems(Jdbi jdbi, Language language) {
        this.jdbi = jdbi;
        this.language = language;
    }

    List<CubeItem> all() {
        Map<String, String> names = jdbi.withHandle(handle -> handle.createQuery("SELECT code, "
                + (language.isEnglish() ? "name_en" : "name_zh")
                + " AS name FROM category WHERE valid_to IS NULL AND owner_id = :root AND code = ANY(:codes)").bind(
                        "root",
                        Units.ROOT).bindArray("codes", String.class, PublicCategories.CODES).map(
                                (row, context) -> Map.entry(row.getString("code"),
                                        row.getString("name"))).stream().collect(
                                                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return PublicCategories.CODES.stream().map(code -> new CubeItem(code, names.containsKey(code)
                ? names.get(code)
                : language.text(Message.of("disclosure." + code)), null)).toList();
    }
}
