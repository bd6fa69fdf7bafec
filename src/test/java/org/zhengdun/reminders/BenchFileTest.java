package org.zhengdun.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class BenchFileTest {

    @Test
    void theBenchTimesTheStatementOfTheService() throws IOException {
        String sql = RungScan.OF_CASES.replace(":today::date", ":'today'::date").replace(":today", ":'today'").replace(
                ":now", "now()").replace(":batch", "500");
        assertThat(Files.readString(Path.of("bench/sql/rung-scan.sql")).replaceAll("\\s+", " ")).isEqualTo(
                (sql + ";\n").replaceAll("\\s+", " "));
    }
}
