package vn.hoso.proof;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where people act: who sends what, what is written down of the answers. */
final class Stage {

    private static final String NOT_SIGNED_IN = "anyone";

    final ProofProgram program;
    final Record record;
    final Masks masks;
    private final Map<String, Visitor> visitors = new HashMap<>();
    private final Map<String, String> passwords = new HashMap<>();
    final Styles styles = new Styles();
    String wall = "";
    String correction = "";
    final List<String> surprises = new ArrayList<>();
    final List<String> issues = new ArrayList<>();
    final List<String> imports = new ArrayList<>();
    /** Every statement of every page, to look up where a count changed. */
    final StringBuilder statements = new StringBuilder();

    private int acts;
    private int letters;

    Stage(ProofProgram program, Record record, Connection database) {
        this.program = program;
        this.record = record;
        this.masks = new Masks(database);
    }

    /** Another day, on which everybody signs in anew. */
    void day(String date) {
        program.clock.moveTo(LocalDate.parse(date));
        visitors.clear();
    }

    void password(String username, String password) {
        passwords.put(username, password);
        visitors.keySet().removeIf(key -> key.startsWith(username + " "));
    }

    /** Does a part of the script; where it comes to a dead end, that is written down and the script goes on. */
    void doing(Runnable part) {
        try {
            part.run();
        } catch (AssertionError | RuntimeException stopped) {
            surprises.add(stopped + " at "
                    + List.of(stopped.getStackTrace()).stream()
                            .filter(each -> each.getClassName().startsWith("vn.hoso.proof"))
                            .limit(6)
                            .map(each -> each.getFileName() + ":" + each.getLineNumber())
                            .toList());
            record.put("acts/%03d stopped.txt".formatted(++acts), masks.in(String.valueOf(stopped.getMessage())));
        }
    }

    /** Somebody in a language, signed in. */
    Visitor visitor(String username, String language) {
        return visitors.computeIfAbsent(username + " " + language, key -> {
            Visitor visitor = new Visitor(program.origin(), language);
            if (!username.equals(NOT_SIGNED_IN)) {
                Answer answer = visitor.signIn(username, passwords.getOrDefault(username, Visitor.PASSWORD));
                if (answer.status() != 302 || answer.location().contains("error")) {
                    throw new AssertionError(username + " cannot sign in: " + answer.head());
                }
            }
            return visitor;
        });
    }

    /** Opens a page without writing it down. */
    Document open(String who, String address) {
        return visitor(who, "vi").get(address).page();
    }

    /** Sends names and values in turn, and writes the answer down. */
    Answer post(String who, int status, String address, String... namesAndValues) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.computeIfAbsent(namesAndValues[i], name -> new ArrayList<>()).add(namesAndValues[i + 1]);
        }
        return send(who, status, address, fields);
    }

    /** Fills in a form of a page, names and values in turn, sends it and writes the answer down. */
    Answer form(String who, int status, String page, String action, String... namesAndValues) {
        Form form = Form.on(open(who, page), action);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.type(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(who, status, form.action, form.fields);
    }

    /** The same for a form that goes back to its own page. */
    Answer formAt(String who, int status, String page, String action, String... namesAndValues) {
        Form form = Form.on(open(who, page), action);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.type(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(who, status, page, form.fields);
    }

    Answer send(String who, int status, String address, Map<String, List<String>> fields) {
        Visitor visitor = visitor(who, "vi");
        program.clock.tick();
        return written(who, visitor, status, address, visitor.post(address, fields));
    }

    Answer upload(String who, int status, String address, Map<String, String> fields, String name, byte[] file) {
        Visitor visitor = visitor(who, "vi");
        program.clock.tick();
        return written(who, visitor, status, address, visitor.upload(address, fields, name, file));
    }

    private Answer written(String who, Visitor visitor, int status, String address, Answer answer) {
        String text = answer.head() + answer.body();
        Answer shown = answer;
        if (answer.status() == 302 || answer.status() == 303) {
            shown = visitor.get(local(answer.location()));
            text += "\n→ " + shown.head() + shown.body();
        }
        masks.refresh();
        record.put("acts/%03d %s %s.txt".formatted(++acts, who, Record.nameOf(masks.in(address))), masks.in(text));
        if (answer.status() != status) {
            String said = shown.page()
                    .select("main .error-summary, main h1, main .field-error")
                    .text();
            surprises.add(
                    "%03d %s %s: %d instead of %d, %s".formatted(acts, who, address, answer.status(), status, said));
        }
        return shown;
    }

    private String local(String location) {
        return location.startsWith("http") ? location.substring(location.indexOf('/', 8)) : location;
    }

    /** Writes down a page or a file that somebody reads, and how many statements that took; every file once in full. */
    void read(String who, String language, String address, Map<String, Integer> counts) {
        Visitor visitor = visitor(who, language);
        program.forgetStatements();
        Answer answer = visitor.get(address);
        List<String> sent = program.statements();
        counts.put(who + " " + language + " " + masks.in(address), sent.size());
        statements
                .append("\n== ")
                .append(who)
                .append(' ')
                .append(language)
                .append(' ')
                .append(address)
                .append('\n');
        sent.forEach(each -> statements.append(each.replaceAll("\\s+", " ")).append('\n'));
        masks.refresh();
        String name = Record.nameOf(masks.in(address));
        record.put(
                "pages/" + who + "/" + language + "/" + name + ".txt",
                masks.in(answer.head() + styles.of(answer, visitor) + answer.body()));
        if (answer.isFile() && answer.status() == 200) {
            String text = masks.in(FileText.of(answer.bytes()));
            String file = "files/" + name + ".txt";
            if (!record.has(file)) {
                record.put(file, text);
            } else if (!record.texts().get(file).equals(text)) {
                record.put("files/" + name + " of " + who + " " + language + ".txt", text);
            }
        }
    }

    /** Lets the schedule run and writes down the letters that went out since. */
    void schedule() {
        program.clock.tick();
        program.runSchedule();
        letters();
    }

    void letters() {
        var received = program.mail.getReceivedMessages();
        for (; letters < received.length; letters++) {
            record.put("letters/%03d.txt".formatted(letters + 1), masks.in(Letters.text(received[letters])));
        }
    }

    /** The number of the row of a unit's name in the month's grid. */
    Map<String, String> units(String month) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Element row : open("vanphong", "/figures/" + month).select("tr[id^=row-]")) {
            names.put(
                    row.id().substring("row-".length()),
                    row.selectFirst("th > span").text());
        }
        return names;
    }
}
