package dev.hcpcs.benchmarks.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Spark within the test's process, on two threads, which listens on the loopback address alone and writes to {@code target}. */
final class LocalSpark {

    private LocalSpark() {
    }

    static SparkSession.Builder builder() {
        Path folder = Path.of("target/spark").toAbsolutePath();
        return SparkSession.builder().appName("test").master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", folder.toString())
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .config("spark.sql.shuffle.partitions", 2);
    }
}
