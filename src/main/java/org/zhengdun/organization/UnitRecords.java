package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.Optional;

/** What is on record of a unit by day; each feature that keeps such records answers for its own. */
public interface UnitRecords {

    /** The day of the latest record. */
    Optional<LocalDate> latest(int unitId);
}
