package vn.hoso.procedures;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far a procedure is offered online. */
public enum ServiceClass {
    /** Everything online, "toàn trình", formerly level 4. */
    FULL_PROCESS,
    /** A part of it, "một phần", formerly level 3. */
    PARTIAL,
    /** Not offered online, "còn lại", formerly levels 1 and 2. */
    NOT_ONLINE;

    private static final Set<String> FORMER_FULL = Set.of("4", "muc 4", "muc do 4", "dvc muc do 4", "dvctt muc do 4");
    private static final Set<String> FORMER_PARTIAL =
            Set.of("3", "muc 3", "muc do 3", "dvc muc do 3", "dvctt muc do 3");
    private static final Set<String> FORMER_OTHER =
            Set.of("1", "2", "muc 1", "muc 2", "muc do 1", "muc do 2", "dvc muc do 1", "dvc muc do 2", "mot cua");

    /** The class that a list's word means; empty where it means none, or more than one. */
    public static Optional<ServiceClass> ofWord(String word) {
        String folded = folded(word);
        boolean full = folded.contains("toan trinh") || FORMER_FULL.contains(folded);
        boolean partial = folded.contains("mot phan") || FORMER_PARTIAL.contains(folded);
        boolean other = folded.contains("con lai")
                || folded.contains("cung cap thong tin")
                || folded.contains("chua cung cap")
                || FORMER_OTHER.contains(folded);
        if ((full ? 1 : 0) + (partial ? 1 : 0) + (other ? 1 : 0) != 1 || denied(folded)) {
            return Optional.empty();
        }
        return Optional.of(full ? FULL_PROCESS : partial ? PARTIAL : NOT_ONLINE);
    }

    /** Whether a folded word says that something is not so; that a service is not offered yet is a class of its own. */
    private static boolean denied(String folded) {
        String spaced = (" " + folded + " ").replace(" chua cung cap ", " ");
        return spaced.contains(" khong ") || spaced.contains(" chua ");
    }

    /** Words of lists without case, marks and punctuation, as headings and fixed words are recognised. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
