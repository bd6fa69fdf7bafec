package org.zhengdun.evidence;

import java.io.IOException;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.zhengdun.support.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DirectoryStoreTest extends EvidenceStoreTests {

    @Override
    Stream<String> objects() throws IOException {
        return files(store.incoming().resolve("..").normalize());
    }
}
