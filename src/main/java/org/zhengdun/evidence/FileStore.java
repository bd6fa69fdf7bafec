package org.zhengdun.evidence;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/** Where the bytes of evidence lie, under generated names. What a store cannot do now is a problem of status 503. */
interface FileStore {

    /** Directory for files on their way into the store. */
    Path incoming();

    /** Takes a complete file in; afterwards it is durable under the name. */
    void keep(UUID object, Path file);

    /** Part of a kept file; the caller closes the stream. */
    InputStream open(UUID object, ByteRange part);

    /** Removes a file; nothing happens when there is none. */
    void remove(UUID object);
}
