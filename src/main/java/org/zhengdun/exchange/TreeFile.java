package org.zhengdun.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Takes a file of org units in: checks the shape of every row and stages all of them. */
@ApplicationScoped
class TreeFile {

    private static final int MOST_ROWS = 2_000_000;

    private final Uploads uploads;

    /** A file that was read to its end. */
    record Staged(long uploadId, int rows, String sha256, Findings findings) {}

    TreeFile(Uploads uploads) {
        this.uploads = uploads;
    }

    Staged take(InputStream body, boolean gzip, long accountId) {
        long uploadId = uploads.open(accountId);
        try {
            DigestInputStream file = new DigestInputStream(body, sha256());
            Findings findings = new Findings();
            int rows = stageAll(uploadId, new CsvRecords(gzip ? new GZIPInputStream(file) : file), findings);
            return new Staged(uploadId, rows, HexFormat.of().formatHex(file.getMessageDigest().digest()), findings);
        } catch (CharacterCodingException notUtf8) {
            throw refused(uploadId, ProblemException.of(ProblemType.MALFORMED_BODY, "csv.not-utf8"));
        } catch (ZipException notGzip) {
            throw refused(uploadId, ProblemException.of(ProblemType.MALFORMED_BODY, "csv.not-gzip"));
        } catch (IOException broken) {
            throw refused(uploadId, ProblemException.of(ProblemType.MALFORMED_BODY, "csv.incomplete"));
        } catch (RuntimeException failure) {
            throw refused(uploadId, failure);
        }
    }

    private int stageAll(long uploadId, CsvRecords records, Findings findings) throws IOException {
        UnitRows rows = new UnitRows(records.next(), findings);
        List<UnitRow> batch = new ArrayList<>();
        int count = 0;
        for (@Nullable
        List<String> values = records.next(); values != null; values = records.next()) {
            batch.add(rows.row(records.row(), values));
            if (++count > MOST_ROWS) {
                throw ProblemException.of(ProblemType.BODY_TOO_LARGE, "csv.too-many-rows", MOST_ROWS);
            }
            if (batch.size() == Uploads.BATCH) {
                uploads.stage(uploadId, batch);
                batch.clear();
            }
        }
        if (count == 0) {
            throw ProblemException.of(ProblemType.MALFORMED_BODY, "csv.empty");
        }
        uploads.stage(uploadId, batch);
        return count;
    }

    private RuntimeException refused(long uploadId, RuntimeException why) {
        uploads.discard(uploadId);
        return why;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
