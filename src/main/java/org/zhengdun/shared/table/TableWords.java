package org.zhengdun.shared.table;

/** The words that files add to a table, in the language of its labels. */
record TableWords(String code, String updated, String computed, String title, String figures, String about,
        String notShown, String open, String close) {

    private static final TableWords CHINESE = new TableWords("代码", "数据截至", "计算时间", "标题", "数据", "说明", "数值过小，依规不予显示", "（",
            "）");
    private static final TableWords ENGLISH = new TableWords(" code", "Data as of", "Computed at", "Title", "Figures",
            "About", "Too small to be shown", " (", ")");

    static TableWords of(Dataset dataset) {
        return dataset.language() == null ? CHINESE : ENGLISH;
    }
}
