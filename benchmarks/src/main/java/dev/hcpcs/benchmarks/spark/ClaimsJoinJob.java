package dev.hcpcs.benchmarks.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Answers a Parquet file of claims as {@link ClaimsJob} does, by a join to the table of {@code hcpcs export --format parquet}. */
public final class ClaimsJoinJob {

    /** Every day has one row of a code. A code that is in the table, but has no row, has no day. */
    private static final String JOIN = """
            WITH lines AS (
              SELECT claim, day, translate(regexp_replace(code, r'^\\p{javaWhitespace}+|\\p{javaWhitespace}+$', ''),
                'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') AS asked
              FROM claims
            )
            SELECT /*+ BROADCAST(history), BROADCAST(known) */
              claim.*,
              CASE
                WHEN history.code IS NOT NULL THEN history.status
                WHEN known.code IS NOT NULL THEN 'INVALID_DATE'
                WHEN asked RLIKE '(?d)^([A-CE-Z][0-9]{4}|[A-Z][A-Z0-9])$' THEN 'UNKNOWN_CODE'
                WHEN asked RLIKE '(?d)^([0-9]{4}[0-9A-Z]|D[0-9]{4}|[0-9][A-Z0-9])$' THEN 'NOT_LEVEL_II'
                ELSE 'INVALID_CODE'
              END AS status,
              evidence, effective_from, basis, short_description, pricing_indicators, multiple_pricing, coverage, betos,
              type_of_service, asc_group, added, action_effective, terminated, action_code
            FROM lines
            LEFT JOIN history
              ON history.code = asked
              AND day BETWEEN coalesce(valid_from, DATE '0000-01-01') AND coalesce(valid_through, DATE '9999-12-31')
            LEFT JOIN (SELECT DISTINCT code FROM history) AS known
              ON known.code = asked AND day IS NULL
            """;

    private ClaimsJoinJob() {
    }

    /** Takes the exported table, the Parquet file of claims, and the folder to write, each wherever Spark can read and write. */
    public static void main(String[] args) {
        SparkSession spark = SparkSession.builder().appName("HCPCS claims by a join").getOrCreate();
        answered(spark, args[0], args[1]).write().parquet(args[2]);
        spark.stop();
    }

    /** The claims with the columns of {@code hcpcs check}. */
    public static Dataset<Row> answered(SparkSession spark, String history, String claims) {
        spark.read().parquet(history).createOrReplaceTempView("history");
        Claims.read(spark, claims).createOrReplaceTempView("claims");
        return spark.sql(JOIN);
    }
}
