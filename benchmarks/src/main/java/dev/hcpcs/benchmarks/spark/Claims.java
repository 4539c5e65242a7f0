package dev.hcpcs.benchmarks.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** Claim lines as both jobs take them: {@code code}, a text, and {@code date}, a date or a text as {@code hcpcs check} reads it. */
final class Claims {

    /** The day that a text says; null where it says none. */
    private static final Column DAY = expr("""
            CASE
              WHEN date RLIKE '(?d)^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN try_cast(date AS DATE)
              WHEN date RLIKE '(?d)^[0-9]{8}$' THEN try_cast(regexp_replace(date, '^(....)(..)(..)$', '$1-$2-$3') AS DATE)
            END""");

    private static final Column STRIPPED_DATE =
            regexp_replace(col("date"), "^\\p{javaWhitespace}+|\\p{javaWhitespace}+$", "").as("date");

    private Claims() {
    }

    /**
     * {@code claim}, which is the whole line, beside its {@code code} and its {@code day}, a date or null. Nothing is put among
     * the line's own columns, which may have any names.
     */
    static Dataset<Row> read(SparkSession spark, String parquet) {
        Dataset<Row> claims = spark.read().parquet(parquet);
        boolean typed = claims.schema().apply("date").dataType().equals(DataTypes.DateType);
        return claims.select(struct("*").as("claim"), col("code"), typed ? col("date") : STRIPPED_DATE)
                .select(col("claim"), col("code"), (typed ? col("date") : DAY).as("day"));
    }
}
