package org.zhengdun.verification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.zhengdun.settings.AcceptanceGates;

/** A small checklist with two scored sections and one veto, and sheets filled against it. */
final class Sheets {

    static final AcceptanceGates GATES = new AcceptanceGates(70, 50, 80, 15, 30);
    static final ChecklistItem LEADERS = new ChecklistItem("班子", "A1", "班子配齐", 40, false, true, false);
    static final ChecklistItem MEETINGS = new ChecklistItem("班子", "A2", "会议开展", 30, false, false, true);
    static final ChecklistItem SERVICE = new ChecklistItem("服务", "B1", "服务到位", 30, false, false, false);
    static final ChecklistItem FORGERY = new ChecklistItem("否决", "V1", "弄虚作假", 0, true, false, false);
    static final List<ChecklistItem> ITEMS = List.of(LEADERS, MEETINGS, SERVICE, FORGERY);
    static final Answer NO_VETO = new Answer(null, false, false, null);

    private Sheets() {}

    static Answer score(String points) {
        return new Answer(new BigDecimal(points), false, null, "照片");
    }

    static Answer notApplicable() {
        return new Answer(null, true, null, null);
    }

    static Map<String, Answer> answers(String a1, String a2, String b1) {
        return Map.of("A1", score(a1), "A2", score(a2), "B1", score(b1), "V1", NO_VETO);
    }

    /** A sheet that passes every gate. */
    static CheckSheet passing() {
        return sheet(answers("35", "25", "25"));
    }

    static CheckSheet sheet(Map<String, Answer> answers) {
        return sheet(answers, new Ballots(15, 3, 2));
    }

    static CheckSheet sheet(Map<String, Answer> answers, Ballots overall) {
        return new CheckSheet(ITEMS, answers, new Turnout(30, 20, 10, 0), Map.of(Aspect.OVERALL, overall));
    }
}
