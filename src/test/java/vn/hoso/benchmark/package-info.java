/** Measures instead of claims: {@code mvn -Pbenchmark test} runs these and prints what they measured. */
@NullMarked
package vn.hoso.benchmark;

import org.jspecify.annotations.NullMarked;
