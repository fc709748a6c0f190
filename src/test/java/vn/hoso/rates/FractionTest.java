package vn.hoso.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small numbers are worked out by the processor and great ones digit by digit: both must say the same. */
class FractionTest {

    /** Where products and sums begin to need more than an int, and more than a long. */
    private static final List<Long> EDGES = List.of(
            0L,
            1L,
            99L,
            100L,
            Integer.MAX_VALUE / 2L,
            Integer.MAX_VALUE / 2L + 1,
            Integer.MAX_VALUE - 1L,
            (long) Integer.MAX_VALUE,
            Integer.MAX_VALUE + 1L,
            Integer.MAX_VALUE + 2L,
            1L << 61,
            (1L << 62) - 1,
            1L << 62,
            Long.MAX_VALUE);

    @Test
    void isExactAtEveryEdge() {
        for (long a : EDGES) {
            for (long b : EDGES) {
                for (long c : EDGES) {
                    for (long d : EDGES) {
                        if (b != 0 && d != 0) {
                            holds(a, b, c, d);
                            holds(-a, b, c, d);
                            holds(a, b, -c, d);
                        }
                    }
                }
            }
        }
    }

    @Test
    void isExactWhateverItsSize() {
        Random random = new Random(20240211);
        for (int round = 0; round < 20_000; round++) {
            holds(
                    random.nextLong() >> random.nextInt(64),
                    1 + (random.nextLong() >>> (1 + random.nextInt(62))) / 2,
                    random.nextLong() >> random.nextInt(64),
                    1 + (random.nextLong() >>> (1 + random.nextInt(62))) / 2);
        }
    }

    /** Against what is written on paper: n·d' + n'·d over d·d', n·n' over d·d', n·d' over d·n'. */
    private static void holds(long n, long d, long m, long e) {
        Fraction one = Fraction.of(n, d);
        Fraction other = Fraction.of(m, e);
        BigInteger across = big(n).multiply(big(e));
        BigInteger back = big(m).multiply(big(d));
        BigInteger below = big(d).multiply(big(e));

        same(one.plus(other), across.add(back), below);
        same(one.minus(other), across.subtract(back), below);
        same(one.times(other), big(n).multiply(big(m)), below);
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(across.compareTo(back));
        if (m > 0) {
            same(one.over(other), across, big(d).multiply(big(m)));
        } else if (m == 0) {
            assertThatIllegalArgumentException().isThrownBy(() -> one.over(other));
        }
    }

    private static void same(Fraction found, BigInteger numerator, BigInteger denominator) {
        BigInteger common = numerator.gcd(denominator);
        assertThat(found.numerator()).isEqualTo(numerator.divide(common));
        assertThat(found.denominator()).isEqualTo(denominator.divide(common));
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
