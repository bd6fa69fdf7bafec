package org.zhengdun.helpers;

import java.time.LocalDate;
import java.util.List;

/** What a helper writes about a visit. */
record VisitContent(LocalDate visitedOn, String place, String people, String findings, List<Long> photos) {}
