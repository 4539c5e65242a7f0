package dev.hcpcs.benchmarks.spark;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_date;

import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Answers a Parquet file of claims with a function that asks the broadcast index.
 *
 * <pre>
 * claim code  date              claim code  date       status evidence effective_from …
 * 17    Q4257 2024-03-01   →    17    Q4257 2024-03-01 ACTIVE ASSUMED  2022-04-01     …
 * </pre>
 */
public final class ClaimsJob {

    private ClaimsJob() {
    }

    /** Takes the snapshot, the Parquet file of claims, and the folder to write, each wherever Spark can read and write. */
    public static void main(String[] args) throws IOException {
        SparkSession spark = SparkSession.builder().appName("HCPCS claims").getOrCreate();
        answered(spark, args[0], args[1]).write().parquet(args[2]);
        spark.stop();
    }

    /** The claims with the columns of {@code hcpcs check}. */
    public static Dataset<Row> answered(SparkSession spark, String snapshot, String claims) throws IOException {
        HcpcsIndex index = open(spark, snapshot);
        AnswerFunction function = new AnswerFunction(new JavaSparkContext(spark.sparkContext()).broadcast(index));
        spark.udf().register("hcpcs", function, AnswerFunction.TYPE);
        return Claims.read(spark, claims)
                .select(col("claim"), call_udf("hcpcs", col("code"), unix_date(col("day"))).as("answer"))
                .select("claim.*", "answer.*");
    }

    private static HcpcsIndex open(SparkSession spark, String snapshot) throws IOException {
        Path path = new Path(snapshot);
        try (InputStream in = path.getFileSystem(spark.sparkContext().hadoopConfiguration()).open(path)) {
            return HcpcsIndex.open(in);
        }
    }
}
