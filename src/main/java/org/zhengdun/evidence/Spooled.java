package org.zhengdun.evidence;

import java.nio.file.Path;

/** A file that was received to its end and is what it claims to be. */
@SuppressWarnings("ArrayRecordComponent")
record Spooled(Path path, long size, byte[] sha256) {}
