package org.zhengdun.evidence;

import java.util.UUID;

/** A version as it lies in the store. */
record StoredVersion(long fileId, UUID object, EvidenceRow.Version version) {

    /** Entity tag of the bytes. */
    String etag() {
        return "\"" + version.sha256() + "\"";
    }
}
