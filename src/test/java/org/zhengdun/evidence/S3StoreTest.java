package org.zhengdun.evidence;

import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.zhengdun.support.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(value = S3Server.class, restrictToAnnotatedClass = true)
class S3StoreTest extends EvidenceStoreTests {

    @Override
    Stream<String> objects() {
        return S3Server.objects();
    }
}
