package vn.hoso.imports.files;

/** Ends a reading that takes too long. */
final class Deadline {

    private final long start = System.nanoTime();

    void check() {
        if (System.nanoTime() - start > Limits.TIME.toNanos()) {
            throw Refusals.of("slow", String.valueOf(Limits.TIME.toSeconds()));
        }
    }
}
