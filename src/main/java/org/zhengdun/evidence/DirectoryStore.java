package org.zhengdun.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Files in a directory, spread over 256 folders. */
final class DirectoryStore implements FileStore {

    private static final Logger LOG = Logger.getLogger(DirectoryStore.class);

    private final Path root;

    DirectoryStore(Path root) {
        this.root = root;
    }

    @Override
    public Path incoming() {
        return root.resolve("incoming");
    }

    @Override
    public void keep(UUID object, Path file) {
        try {
            Path target = path(object);
            Files.createDirectories(target.getParent());
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public InputStream open(UUID object, ByteRange part) {
        try {
            SeekableByteChannel file = Files.newByteChannel(path(object));
            return new BoundedStream(Channels.newInputStream(file.position(part.from())), part.count());
        } catch (IOException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public void remove(UUID object) {
        try {
            Files.deleteIfExists(path(object));
        } catch (IOException failure) {
            throw unavailable(failure);
        }
    }

    private Path path(UUID object) {
        String name = object.toString();
        return root.resolve(name.substring(0, 2)).resolve(name);
    }

    private static ProblemException unavailable(IOException failure) {
        LOG.error("The directory of the evidence files cannot be used", failure);
        return ProblemException.of(ProblemType.UNAVAILABLE);
    }
}
