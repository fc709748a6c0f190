package vn.hoso.extracts.reading;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedCell.Kind;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.procedures.Procedure;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.shared.UserFacingException;

/** The cells of one row that are kept, by what they are. No message of it quotes a cell. */
final class DossierCells {

    private static final Pattern AMOUNT =
            Pattern.compile("(\\d{1,3}(?:([.,\\s\u00a0])\\d{3}(?:\\2\\d{3}){0,2})?|\\d{1,12})\\s*(?:đồng|đ|vnđ|vnd)?");

    private static final String PERSON =
            "0\\d{11}|0\\d{9}|\\d{9}|\\+84\\d{9}|(?:0|\\+84[ .]?)\\d{2,3}(?:[ .]\\d{3,4}){2}";

    /** An identity number or a telephone number, which no column that is kept holds. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(?:" + PERSON + ")(?!\\d)");

    private static final Pattern ONLY_PERSONAL = Pattern.compile(PERSON);

    /** A code that is no figure, and one that may be. */
    private static final Pattern MARKED = Pattern.compile("(?=.*\\d)(?=.*[^\\d.,])[^\\s:]+");

    private static final Pattern NUMBERED = Pattern.compile("\\S*\\d\\S*");

    private static final Pattern BLANKS = Pattern.compile("\\s\\s+|[\\t\\r\\n]");

    /** How many texts of a column are remembered, and how long ones: others do not repeat, and would fill the memory. */
    private static final int REMEMBERED = 20_000;

    private static final int REPEATED = 1_000;

    private final String sheet;
    private final boolean from1904;
    private final Map<DossierColumn, Integer> columns;
    private final Map<DossierColumn, Map<String, String>> texts = new EnumMap<>(DossierColumn.class);
    private final Map<String, Optional<Long>> fees = new HashMap<>();
    private final Map<String, Optional<Boolean>> paid = new HashMap<>();
    private final Map<String, Optional<Ending>> endings = new HashMap<>();

    DossierCells(String sheet, boolean from1904, Map<DossierColumn, Integer> columns) {
        this.sheet = sheet;
        this.from1904 = from1904;
        this.columns = columns;
    }

    boolean has(DossierColumn column) {
        return columns.containsKey(column);
    }

    boolean blank(ParsedRow row, DossierColumn column) {
        return raw(row, column).isEmpty();
    }

    private String raw(ParsedRow row, DossierColumn column) {
        Integer at = columns.get(column);
        if (at == null) {
            return "";
        }
        if (failed(row, column)) {
            return "";
        }
        ParsedCell cell = row.cell(at);
        return column == DossierColumn.PROCEDURE_CODE
                ? Procedure.codeIn(cell)
                : cell.text().strip();
    }

    /** Whether a cell holds something that nobody can read: an error, or a formula without its result. */
    private boolean failed(ParsedRow row, DossierColumn column) {
        Integer at = columns.get(column);
        return at != null && (row.cell(at).kind() == Kind.FAILED || row.cell(at).kind() == Kind.UNCOMPUTED);
    }

    /**
     * The text of a cell in one line, null where it is blank.
     *
     * @throws UserFacingException if it is longer than such a text is, or looks like a citizen's number
     */
    @Nullable
    String text(ParsedRow row, DossierColumn column, int most) {
        String raw = raw(row, column);
        // Codes differ in every row; everything else repeats.
        if (column == DossierColumn.CODE) {
            return checked(raw, row, column, most);
        }
        Map<String, String> known = texts.computeIfAbsent(column, none -> new HashMap<>());
        String seen = remembered(known, raw, each -> Objects.requireNonNullElse(checked(each, row, column, most), ""));
        return seen.isEmpty() ? null : seen;
    }

    /** What a text means, worked out once for those that repeat. */
    private static <T> T remembered(Map<String, T> known, String text, Function<String, T> meaning) {
        T seen = known.get(text);
        if (seen == null) {
            seen = meaning.apply(text);
            if (known.size() < REMEMBERED && text.length() <= REPEATED) {
                known.put(text, seen);
            }
        }
        return seen;
    }

    private @Nullable String checked(String raw, ParsedRow row, DossierColumn column, int most) {
        String text = BLANKS.matcher(raw).replaceAll(" ").strip();
        if (text.length() > most) {
            throw refused("long-text", row, column, String.valueOf(most));
        }
        boolean personal = column == DossierColumn.CODE || column == DossierColumn.PROCEDURE_CODE
                ? ONLY_PERSONAL.matcher(text).matches()
                : PERSONAL.matcher(text).find();
        if (personal) {
            throw refused("personal", row, column);
        }
        boolean nothing = text.isEmpty()
                || column == DossierColumn.PROCEDURE_NAME
                        && Procedure.keyOf(text).isEmpty();
        return nothing ? null : text;
    }

    /** The day on which a dossier was received; null if the cell holds none. */
    @Nullable
    LocalDate day(ParsedRow row) {
        return DossierDay.of(raw(row, DossierColumn.RECEIVED_ON), from1904);
    }

    /** Fee and levy together in đồng: 0 where the cells are blank, null where one cannot be read or there is no such column. */
    @Nullable
    Long fee(ParsedRow row) {
        Long sum = null;
        for (DossierColumn column : List.of(DossierColumn.FEE, DossierColumn.LEVY)) {
            if (has(column)) {
                Long part =
                        remembered(fees, raw(row, column), DossierCells::fee).orElse(null);
                if (part == null || failed(row, column)) {
                    return null;
                }
                sum = sum == null ? part : sum + part;
            }
        }
        return sum;
    }

    private static Optional<Long> fee(String typed) {
        String text = typed.toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.startsWith("miễn") || text.equals("không") || text.equals("-")) {
            return Optional.of(0L);
        }
        Matcher amount = AMOUNT.matcher(text);
        return amount.matches() ? Optional.of(Long.valueOf(amount.group(1).replaceAll("\\D", ""))) : Optional.empty();
    }

    /** Whether the list says what was due. */
    boolean hasFees() {
        return has(DossierColumn.FEE) || has(DossierColumn.LEVY);
    }

    /** Whether a fee was paid online: not where none is due and nothing is said, null where that is not known. */
    @Nullable
    Boolean paidOnline(ParsedRow row, @Nullable Long fee) {
        if (!has(DossierColumn.PAID_BY) || failed(row, DossierColumn.PAID_BY)) {
            return null;
        }
        String word = raw(row, DossierColumn.PAID_BY);
        boolean nothing = ServiceClass.folded(word).isEmpty() && fee != null && fee == 0;
        return nothing
                ? Boolean.FALSE
                : remembered(paid, word, Channel::paidOnline).orElse(null);
    }

    /** How the dossier ended; the words of its state are not kept. */
    @Nullable
    Ending ending(ParsedRow row) {
        return remembered(endings, raw(row, DossierColumn.STATE), Ending::ofWord)
                .orElse(null);
    }

    /** Whether a row that says neither when nor how it came is a dossier all the same, and no total or signature. */
    boolean dossier(ParsedRow row) {
        String code = raw(row, DossierColumn.CODE);
        String procedure = raw(row, DossierColumn.PROCEDURE_CODE);
        boolean named = !raw(row, DossierColumn.PROCEDURE_NAME).isEmpty();
        boolean classed =
                ServiceClass.ofWord(raw(row, DossierColumn.SERVICE_CLASS)).isPresent();
        return MARKED.matcher(code).matches()
                || NUMBERED.matcher(procedure).matches() && (named || classed || !code.isEmpty())
                || NUMBERED.matcher(code).matches() && (named || classed)
                || named && classed;
    }

    /** A refusal that names the place: sheet, row and column. */
    UserFacingException refused(String reason, ParsedRow row, DossierColumn column, String... more) {
        return refused(reason, String.valueOf(row.number()), Columns.letters(columns.getOrDefault(column, 0)), more);
    }

    private UserFacingException refused(String reason, String row, String column, String... more) {
        Object[] named = new Object[3 + more.length];
        named[0] = sheet;
        named[1] = row;
        named[2] = column;
        System.arraycopy(more, 0, named, 3, more.length);
        return new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "extracts.refused." + reason, named);
    }
}
