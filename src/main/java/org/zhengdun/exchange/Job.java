package org.zhengdun.exchange;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.change.Origin;
import org.zhengdun.shared.security.Acting;

/**
 * A job as its worker needs it.
 *
 * @param rows       rows that were staged
 * @param sha256     of the file as it was sent; null for a job from before it was kept
 * @param acting     whose job it is
 * @param place      ids from the root to the unit the creator acts for
 * @param scopeRoots units whose subtrees the creator covered when he sent the job
 */
@SuppressWarnings("ArrayRecordComponent")
record Job(long id, boolean dryRun, long uploadId, int rows, @Nullable String sha256, Acting acting, int[] place,
        int[] scopeRoots,
        Origin origin) {}
