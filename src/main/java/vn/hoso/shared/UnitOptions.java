package vn.hoso.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The units among which a page lets one be chosen. Up to {@link #LISTED} of them stand in a list; of more, one is typed by its
 * code or name, so that no page grows with the country.
 *
 * @param all in the order of documents
 * @param from the first day of those that are suggested, null for all earlier ones
 * @param until their last day, null for all later ones
 */
public record UnitOptions(
        List<Option> all,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Those that a list would call the same, of different times mostly, have their codes beside their names. */
    public UnitOptions {
        Map<String, Long> alike = all.stream().collect(Collectors.groupingBy(Option::label, Collectors.counting()));
        all = all.stream()
                .map(each -> alike.getOrDefault(each.label(), 0L) > 1 ? each.toldApart() : each)
                .toList();
    }

    /** The most units in one list: a province's are one list to read. */
    public static final int LISTED = 200;

    /** The most units that are offered for a typed text. */
    public static final int OFFERED = 20;

    private static final String BETWEEN = " – ";
    private static final String SUGGESTIONS = "/units/suggestions";

    /**
     * A unit to choose.
     *
     * @param label what a list calls it: its name, or that with its days
     */
    public record Option(long id, String code, String name, String label) {

        public static Option of(long id, String code, String name) {
            return new Option(id, code, name, name);
        }

        /** What stands in the field when it is chosen; typed again, it means this unit. */
        public String words() {
            return label.equals(toldApart().label()) ? words(name, code) : words(label, code);
        }

        private Option toldApart() {
            return code.isEmpty() ? this : new Option(id, code, name, name + " (mã " + code + ")");
        }

        /** A unit as the field and its suggestions write it. */
        public static String words(String name, String code) {
            return code.isEmpty() ? name : name + BETWEEN + code;
        }

        private Stream<String> ways() {
            return Stream.of(code, name, label, words(), words(name, code));
        }
    }

    /**
     * What a typed text means.
     *
     * @param exact whether these are called so; else the text is a part of what they are called
     */
    record Matches(List<Option> options, boolean exact) {

        /** The unit, if the text is the code or name of one alone. */
        Optional<Option> one() {
            return exact && options.size() == 1 ? Optional.of(options.get(0)) : Optional.empty();
        }
    }

    /** Units of one day. */
    public static UnitOptions on(List<Option> all, LocalDate day) {
        return new UnitOptions(all, day, day);
    }

    /**
     * Units of some days by the names that a page gives them.
     *
     * @param names in the order of documents, by the ids
     * @param coded where their codes are found; null where none is asked for
     */
    public static UnitOptions named(
            Map<Long, String> names, @Nullable UnitOptions coded, LocalDate from, LocalDate until) {
        Map<Long, String> codes =
                coded == null ? Map.of() : coded.all().stream().collect(Collectors.toMap(Option::id, Option::code));
        return new UnitOptions(
                names.entrySet().stream()
                        .map(each -> Option.of(each.getKey(), codes.getOrDefault(each.getKey(), ""), each.getValue()))
                        .toList(),
                from,
                until);
    }

    /** Whether they are too many for a list. */
    public boolean typed() {
        return all.size() > LISTED;
    }

    /** Those in a list; none where they are typed. */
    public List<Option> listed() {
        return typed() ? List.of() : all;
    }

    public Optional<Option> find(String id) {
        return all.stream().filter(each -> String.valueOf(each.id()).equals(id)).findFirst();
    }

    /** By code, else by name as it is written, else without regard to accents, else by a part; a code that was another one's aside. */
    Matches matching(String typed) {
        String text = UserText.keptName(typed).toLowerCase(Locale.ROOT);
        String plain = UserText.unaccented(text);
        List<Predicate<Option>> exact = new ArrayList<>();
        exact.add(each -> each.code().toLowerCase(Locale.ROOT).equals(text));
        exact.add(
                each -> each.ways().anyMatch(way -> way.toLowerCase(Locale.ROOT).equals(text)));
        exact.add(each -> each.ways().map(UserText::unaccented).anyMatch(plain::equals));
        Function<Predicate<Option>, List<Option>> found =
                wanted -> all.stream().filter(wanted).toList();
        return exact.stream()
                .map(found)
                .filter(options -> !options.isEmpty())
                .findFirst()
                .map(options -> new Matches(options, true))
                .orElseGet(() -> new Matches(
                        Stream.of(plain, plain.split(BETWEEN, 2)[0])
                                .map(part -> found.apply(each ->
                                        UserText.unaccented(each.words()).contains(part)))
                                .filter(options -> !options.isEmpty())
                                .findFirst()
                                .orElse(List.of()),
                        false));
    }

    /** Where the units that a text may mean are asked for. */
    public String suggestions() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(SUGGESTIONS);
        if (from != null) {
            address.queryParam("from", from);
        }
        if (until != null) {
            address.queryParam("until", until);
        }
        return address.toUriString();
    }
}
