/** How long things take: printed, never judged. Run by {@code mvn -Pbenchmark test} alone. */
@org.jspecify.annotations.NullMarked
package vn.hoso.benchmark;
