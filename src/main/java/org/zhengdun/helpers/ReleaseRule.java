package org.zhengdun.helpers;

import java.util.Set;

/** Not released until transformed (不转化不脱钩), or until closed where the settings say so. */
public interface ReleaseRule {

    /** States of the case in which its helpers may be released without a replacement. */
    Set<String> releasingStates(long caseId);

    /** Days after his release in which a helper may still log visits that he made before it. */
    int visitGraceDays(long caseId);
}
