package org.zhengdun.statistics;

import static org.zhengdun.statistics.FormSource.CASES;
import static org.zhengdun.statistics.FormSource.HELPERS;
import static org.zhengdun.statistics.FormSource.MEASURES;
import static org.zhengdun.statistics.FormSource.PROBLEMS;

import java.util.List;

import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.shared.table.Dataset.Role;

/** The definition table of the annual form; answers, files and docs/annual-form.md are derived from it. */
final class FormColumns {

    private static final String CATEGORY = "Listed cases whose main category, in the version frozen at confirmation, "
            + "belongs to this column of the form";

    static final List<FormColumn> ALL = List.of(
            new FormColumn(1, "LISTED", "排查确定的软弱涣散基层党组织", "Branches screened out as weak",
                    "Listed cases: confirmed, counted in a round of the year, newly or carried over, not cancelled as listed in error",
                    CASES, CaseIndicators.LISTED.predicate()),
            new FormColumn(2, "POOR_VILLAGES", "其中：建档立卡贫困村", "Of which in registered poor villages",
                    "Listed cases whose branch was a registered poor village at the start of the year",
                    CASES, "s.poor_village"),
            new FormColumn(3, "RAISED", "已整顿提升", "Rectified and raised",
                    "Listed cases not carried over into the next year that are transformed now, or closed as transformed",
                    CASES, CaseIndicators.RAISED.predicate()),
            category(4, "GROUP_INCOMPLETE", "班子不齐、书记缺职", "Leading group incomplete or secretary post vacant"),
            category(5, "SECRETARY_UNFIT", "书记不胜任、不在状态", "Secretary not competent or disengaged"),
            category(6, "GROUP_DISUNITED", "班子不团结、内耗严重", "Leading group disunited"),
            category(7, "RULES_ON_PAPER", "组织制度虚设、不开展活动", "Organization rules on paper only, no activity"),
            category(8, "VOTE_BUYING", "换届拉票贿选", "Vote-buying in elections"),
            category(9, "INTERFERENCE", "宗族宗教黑恶势力干扰", "Clan, religious or criminal interference"),
            category(10, "AFFAIRS_NOT_OPEN", "村务居务财务不公开、管理混乱",
                    "Affairs and finance not open, management in disorder"),
            category(11, "PUBLIC_ORDER", "治安与信访矛盾集中", "Public-order problems and petitions concentrated"),
            category(12, "NO_VENUE", "无固定活动场所和服务设施", "No fixed venue or service facility"),
            category(13, "POOR_SERVICE", "服务意识差、群众意见大", "Poor service, strong complaints"),
            new FormColumn(14, "SECRETARIES_MISSING", "年初缺职的书记", "Secretaries missing at the start of the year",
                    "Listed branches whose secretary's post was vacant on January 1", CASES,
                    "l.last_of_year AND s.missing"),
            new FormColumn(15, "SECRETARIES_FILLED", "其中：已配备", "Of which filled",
                    "Of column 14, branches whose post is filled by the latest fact of the year",
                    CASES, "l.last_of_year AND s.missing AND f.filled"),
            new FormColumn(16, "SECRETARIES_TO_REPLACE", "年初需要调整的书记",
                    "Secretaries needing replacement at the start of the year",
                    "Listed branches whose secretary was to be replaced at the start of the year",
                    CASES, "l.last_of_year AND s.to_replace"),
            new FormColumn(17, "SECRETARIES_REPLACED", "其中：已调整", "Of which replaced",
                    "Of column 16, branches whose secretary was replaced on a day of the year",
                    CASES, "l.last_of_year AND s.to_replace AND f.replaced"),
            new FormColumn(18, "SECRETARIES_TRAINED", "参加培训的书记", "Secretaries trained",
                    "Listed branches whose secretary was trained on a day of the year", CASES, "f.trained"),
            new FormColumn(19, "TRAINED_BY_COUNTY", "其中：县级以上培训", "Of which at county level or above",
                    "Of column 18, branches trained by county, city, province or nation", CASES, "f.trained_by_county"),
            new FormColumn(20, "PAIRED_UNITS", "结对帮扶单位", "Paired units",
                    "Assignments of paired units on listed cases that ran in the year", HELPERS,
                    "h.kind = 'PAIRED_UNIT'"),
            new FormColumn(21, "LEADERS", "联系包村领导", "Linked leaders",
                    "Assignments of county and township leaders on listed cases that ran in the year",
                    HELPERS, "h.kind IN ('COUNTY_LEADER', 'TOWNSHIP_LEADER')"),
            new FormColumn(22, "FIRST_SECRETARIES", "选派第一书记", "First secretaries dispatched",
                    "Assignments of first secretaries on listed cases that ran in the year",
                    HELPERS, "h.kind = 'FIRST_SECRETARY'"),
            new FormColumn(23, "RESIDENT_CADRES", "选派驻村干部", "Resident cadres dispatched",
                    "Assignments of resident cadres and work teams on listed cases that ran in the year",
                    HELPERS, "h.kind IN ('RESIDENT_CADRE', 'WORK_TEAM')"),
            new FormColumn(24, "SPECIAL_CLEAN_UPS", "开展专项整治", "Special clean-ups",
                    "Measures of listed cases, of the kind special clean-up, done on a day of the year",
                    MEASURES, MeasureIndicators.CLEAN_UPS.predicate()),
            new FormColumn(25, "PROBLEMS_SOLVED", "解决问题", "Problems solved",
                    "Problems of listed cases that were closed in the year and still are", PROBLEMS, Part.ALL),
            new FormColumn(26, "VIOLATIONS", "查处违纪违法", "Violations investigated",
                    "Measures of listed cases, of the kind violation investigation, done on a day of the year",
                    MEASURES, MeasureIndicators.VIOLATIONS.predicate()));

    private FormColumns() {}

    static List<FormColumn> of(FormSource source) {
        return ALL.stream().filter(column -> column.source() == source).toList();
    }

    /** The columns as a dimension of the form. */
    static Dimension dimension() {
        return new Dimension("column", "指标", Role.METRIC, ALL.stream().map(
                column -> new Category(column.code(), column.number() + " " + column.chinese())).toList());
    }

    private static FormColumn category(int number, String code, String chinese, String english) {
        return new FormColumn(number, code, chinese, english, CATEGORY, CASES, "l.form_column = " + number);
    }
}
