package org.zhengdun.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that equals what the service says; written anew with {@code -Dcontract.update=true}. */
public record GeneratedFile(Path path) {

    public void assertEquals(String generated) throws IOException {
        if (Boolean.getBoolean("contract.update")) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, generated);
        }
        String committed = Files.exists(path) ? Files.readString(path) : "";
        assertThat(committed).as("%s is not what the service says; write it anew with "
                + "'mvn test -Dtest=ContractTest -Dcontract.update=true' and review the difference",
                path).isEqualTo(generated);
    }
}
