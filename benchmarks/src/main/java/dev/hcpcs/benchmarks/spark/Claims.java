package dev.hcpcs.benchmarks.spark;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** Claim lines as both jobs take them: {@code code}, a text, and {@code date}, a date or a text as {@code hcpcs check} reads it. */
final class Claims {

    /** Where a date is a text, the day that it says; null where it says none. */
    private static final String DAY_OF_TEXT = """
            CASE
              WHEN trim(date) RLIKE '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN try_cast(trim(date) AS DATE)
              WHEN trim(date) RLIKE '^[0-9]{8}$'
                THEN try_cast(regexp_replace(trim(date), '^(....)(..)(..)$', '$1-$2-$3') AS DATE)
            END""";

    private Claims() {
    }

    /** With a column {@code day} besides, a date or null. */
    static Dataset<Row> read(SparkSession spark, String parquet) {
        Dataset<Row> claims = spark.read().parquet(parquet);
        boolean typed = claims.schema().apply("date").dataType().equals(DataTypes.DateType);
        return claims.withColumn("day", expr(typed ? "date" : DAY_OF_TEXT));
    }
}
