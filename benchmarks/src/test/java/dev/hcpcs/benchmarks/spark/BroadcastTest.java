package dev.hcpcs.benchmarks.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.serializer.SerializerInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** What an executor gets of a broadcast index, which Spark writes with the serializer of {@code spark.serializer}. */
class BroadcastTest {

    private static HcpcsIndex index;

    @BeforeAll
    static void load() throws IOException {
        index = ReleaseLoader.lenient().load(List.of(Path.of("../data-samples/src/main/resources/dev/hcpcs/samples"))).index();
    }

    @Test
    void theIndexByJava() throws IOException {
        assertThat(snapshot(received(new JavaSerializer(new SparkConf(false))))).isEqualTo(snapshot(index));
    }

    @Test
    void theIndexByKryoWithTheRegistrator() throws IOException {
        SparkConf conf = new SparkConf(false).set("spark.kryo.registrator", IndexRegistrator.class.getName());

        assertThat(snapshot(received(new KryoSerializer(conf)))).isEqualTo(snapshot(index));
    }

    /** If that ever works, the page may say less. */
    @Test
    void noIndexByKryoAlone() {
        assertThatThrownBy(() -> snapshot(received(new KryoSerializer(new SparkConf(false))))).isInstanceOf(Exception.class);
    }

    private static HcpcsIndex received(Serializer serializer) {
        SerializerInstance spark = serializer.newInstance();
        ClassTag<HcpcsIndex> type = ClassTag$.MODULE$.apply(HcpcsIndex.class);
        return spark.deserialize(spark.serialize(index, type), type);
    }

    private static byte[] snapshot(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(bytes);
        return bytes.toByteArray();
    }
}
