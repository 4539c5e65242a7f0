package dev.hcpcs.benchmarks.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.hcpcs.lookup.HcpcsIndex;
import org.apache.spark.serializer.KryoRegistrator;

/** For {@code spark.kryo.registrator} where Kryo is Spark's serializer: it would copy the index field by field. */
public final class IndexRegistrator implements KryoRegistrator {

    /** Made by Spark. */
    public IndexRegistrator() {
    }

    @Override
    public void registerClasses(Kryo kryo) {
        kryo.register(HcpcsIndex.class, new JavaSerializer());
    }
}
