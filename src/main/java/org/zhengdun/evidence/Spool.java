package org.zhengdun.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.time.Days;

/**
 * Receives uploads into temporary files, where they are checked before anything else is touched: no database connection is
 * held meanwhile.
 */
@ApplicationScoped
class Spool {

    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final String ENDING = ".part";
    private static final int BUFFER = 1 << 16;
    private static final Duration LEFT_OVER = Duration.ofHours(2);

    private final FileStore store;
    private final EvidenceConfig config;
    private final Days days;
    private final Semaphore places;

    Spool(FileStore store, EvidenceConfig config, Days days) {
        this.store = store;
        this.config = config;
        this.days = days;
        this.places = new Semaphore(config.uploadsAtOnce());
    }

    /** Receives a file of the kind; the caller removes it with {@link #discard}. */
    Spooled take(InputStream body, MediaKind kind, ContentDigest expected) {
        if (!places.tryAcquire()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "evidence.busy");
        }
        Path file = create();
        try {
            Spooled received = receive(body, file, kind);
            if (!expected.accepts(received.sha256())) {
                throw refused(ProblemType.MALFORMED_BODY, "evidence.digest-differs");
            }
            return received;
        } catch (RuntimeException failure) {
            discard(file);
            throw failure;
        } finally {
            places.release();
        }
    }

    void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warnf(failure, "%s stays until it is swept", file);
        }
    }

    /** Removes what a process left behind that ended while it received. */
    @Scheduled(every = "1h", delayed = "5m")
    void sweep() {
        Instant before = days.now().minus(LEFT_OVER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory(), "*" + ENDING)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    discard(file);
                }
            }
        } catch (IOException failure) {
            LOG.warn("Left-over uploads cannot be swept", failure);
        }
    }

    private Path directory() throws IOException {
        return Files.createDirectories(store.incoming());
    }

    private Path create() {
        try {
            return Files.createTempFile(directory(), "upload", ENDING);
        } catch (IOException failure) {
            places.release();
            throw unavailable(failure);
        }
    }

    private Spooled receive(InputStream body, Path file, MediaKind kind) {
        Received received = new Received(config.maxSize().asLongValue(), config.slowestRate().asLongValue());
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] head = read(body, MediaKind.HEAD);
            if (!kind.matches(head)) {
                throw refused(ProblemType.UNSUPPORTED_MEDIA_TYPE, "evidence.not-of-type", kind.type());
            }
            for (byte[] part = head; part.length > 0; part = read(body, BUFFER)) {
                received.add(part);
                out.write(part);
            }
        } catch (IOException failure) {
            throw unavailable(failure);
        }
        return new Spooled(file, received.size(), received.sha256());
    }

    private static byte[] read(InputStream body, int most) {
        try {
            byte[] buffer = new byte[most];
            int count = body.readNBytes(buffer, 0, most);
            return count == most ? buffer : Arrays.copyOf(buffer, count);
        } catch (IOException | UncheckedIOException cut) {
            throw refused(ProblemType.MALFORMED_BODY, "evidence.incomplete");
        }
    }

    static ProblemException refused(ProblemType type, String code, Object... arguments) {
        return ProblemException.at(type, List.of(Invalid.of("", code, arguments)));
    }

    private static ProblemException unavailable(IOException failure) {
        LOG.error("An upload cannot be written", failure);
        return ProblemException.of(ProblemType.UNAVAILABLE);
    }
}
