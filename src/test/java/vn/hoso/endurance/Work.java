package vn.hoso.endurance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import vn.hoso.proof.Answer;
import vn.hoso.proof.Form;
import vn.hoso.proof.Visitor;
import vn.hoso.shared.Formats;

/**
 * People at work in browsers: two save, one imports a long file, one locks and reopens, one issues reports. Each notes down what it sends
 * before it does, and what the program acknowledged; {@link Ledger} compares that with what is stored.
 */
final class Work {

    /** Imports of more than 500 units go on behind the page. */
    static final int UNITS = 600;

    static final String SAVED_MONTH = "2026-03";
    static final String LOCKED_MONTH = "2026-05";
    static final String IMPORTED_MONTH = "2026-06";
    static final List<Integer> SAVED_UNITS = List.of(3, 4);

    /** What one person sent and what the program said was stored: counts, or the last figure. */
    static final class Tally {
        final AtomicInteger sent = new AtomicInteger();
        final AtomicInteger acknowledged = new AtomicInteger();
        volatile int last;
        volatile int lastSent;
    }

    /** A person's next press; false if the program did not say that it is done. */
    private interface Step {
        boolean press(Visitor who, Tally tally);
    }

    private final String origin;
    final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    final List<String> applied = new ArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    final Map<String, AtomicInteger> wordless = new ConcurrentHashMap<>();
    private final List<Thread> people = new ArrayList<>();
    private AtomicBoolean working = new AtomicBoolean();
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();
    final AtomicInteger signIns = new AtomicInteger();

    Work(String origin) {
        this.origin = origin;
    }

    void begin() {
        working = new AtomicBoolean(true);
        for (int unit : SAVED_UNITS) {
            person("save " + unit, (who, tally) -> save(who, tally, unit));
        }
        person("import", this::bring);
        person("lock", Work::lock);
        person("issue", Work::issue);
    }

    /** Lets everybody end what they are at. */
    void end() {
        working.set(false);
        people.forEach(each -> {
            try {
                each.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        people.clear();
    }

    int acknowledged() {
        return tallies.values().stream()
                .mapToInt(each -> each.acknowledged.get())
                .sum();
    }

    private void person(String name, Step step) {
        AtomicBoolean on = working;
        Tally tally = tallies.computeIfAbsent(name, each -> new Tally());
        Thread thread = new Thread(
                () -> {
                    while (on.get()) {
                        try {
                            step.press(visitor(name), tally);
                        } catch (RuntimeException | AssertionError gone) {
                            failures.incrementAndGet();
                            RealProgram.pause(100);
                        }
                    }
                },
                name);
        thread.start();
        people.add(thread);
    }

    /** Signs in once; sessions are to outlive the program. */
    private Visitor visitor(String name) {
        Visitor known = visitors.get(name);
        if (known != null && !known.get("/help").location().contains("login")) {
            return known;
        }
        Visitor fresh = new Visitor(origin, "vi");
        Answer answer = fresh.signIn("vanphong", Visitor.PASSWORD);
        if (answer.status() != 302 || answer.location().contains("error")) {
            throw new IllegalStateException("no sign-in: " + answer.status());
        }
        signIns.incrementAndGet();
        visitors.put(name, fresh);
        return fresh;
    }

    private Answer press(Visitor who, Form form, Tally tally, int figure) {
        tally.lastSent = figure;
        tally.sent.incrementAndGet();
        Answer answer = who.post(form.action, form.fields);
        if (answer.status() >= 500 && answer.page().select("h1").text().isEmpty()) {
            wordless.computeIfAbsent(form.action, each -> new AtomicInteger()).incrementAndGet();
        }
        return answer;
    }

    private boolean done(Answer answer, Tally tally, int figure) {
        if (answer.status() == 302 && !answer.location().contains("login")) {
            tally.last = figure;
            tally.acknowledged.incrementAndGet();
            return true;
        }
        return false;
    }

    private boolean save(Visitor who, Tally tally, int unit) {
        int figure = 100 + tally.sent.get() + 1;
        Form form = Form.on(who.get("/figures/" + SAVED_MONTH).page(), "/figures/" + SAVED_MONTH);
        form.fields.keySet().removeIf(name -> name.matches("u\\d+\\..*") && !name.startsWith("u" + unit + "."));
        form.type("u" + unit + ".fullProcessReceived", "10")
                .type("u" + unit + ".fullProcessOnline", "10")
                .type("u" + unit + ".partialReceived", "8")
                .type("u" + unit + ".partialOnline", "8")
                .type("u" + unit + ".dossiersReceived", String.valueOf(figure))
                .type("u" + unit + ".note", "Đối chiếu sổ lần " + figure)
                .type("row", String.valueOf(unit));
        return done(press(who, form, tally, figure), tally, figure);
    }

    private boolean bring(Visitor who, Tally tally) {
        int figure = 100 + tally.sent.get() % 50;
        String rows = IntStream.rangeClosed(1, UNITS)
                .mapToObj(at -> "Xã dài " + at + ";10;10;8;8;" + figure + ";18")
                .collect(Collectors.joining(
                        "\n",
                        "Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;"
                                + "Một phần - trực tuyến;Tổng số hồ sơ;Tổng trực tuyến\n",
                        ""));
        Answer kept = who.upload(
                "/imports", Map.of("month", IMPORTED_MONTH), "dài.csv", rows.getBytes(StandardCharsets.UTF_8));
        String address = kept.location().replaceAll("^https?://[^/]*", "");
        Document preview = who.get(address).page();
        Form form = Form.on(preview, "/imports/\\d+/application");
        preview.select("form[action$=/application] textarea")
                .forEach(reason -> form.type(reason.attr("name"), "Đối chiếu sổ"));
        Answer begun = press(who, form, tally, figure);
        if (begun.status() != 302) {
            return false;
        }
        for (int look = 0; look < 300; look++) {
            Answer now = who.get(address);
            if (now.response().headers().firstValue("Refresh").isEmpty()) {
                if (now.text().contains("Đã nhập lúc")) {
                    synchronized (applied) {
                        applied.add(address.replaceAll("\\D", ""));
                    }
                    tally.acknowledged.incrementAndGet();
                    return true;
                }
                return false;
            }
            RealProgram.pause(100);
        }
        return false;
    }

    private static boolean lock(Visitor who, Tally tally) {
        String month = "/figures/" + LOCKED_MONTH;
        Document page = who.get(month + "/review").page();
        boolean open = !page.select("form[action=" + month + "/lock]").isEmpty();
        Form form;
        if (open) {
            form = Form.on(page, month + "/lock");
            if (!page.select("input[name=missing]").isEmpty()) {
                form.type("missing", page.select("input[name=missing]").val());
            }
        } else {
            form = Form.on(page, month + "/reopening")
                    .type("reason", "Đối chiếu sổ")
                    .type("until", LocalDate.now(Formats.ZONE).plusDays(20).toString());
        }
        tally.sent.incrementAndGet();
        tally.lastSent = open ? 1 : 2;
        Answer answer = who.post(form.action, form.fields);
        if (answer.status() == 302 && !answer.location().contains("login")) {
            tally.last = open ? 1 : 2;
            tally.acknowledged.incrementAndGet();
            return true;
        }
        return false;
    }

    private static boolean issue(Visitor who, Tally tally) {
        Form form = Form.on(who.get("/reports/2024").page(), "/reports/2024/issues");
        form.type("reason", "Họp giao ban");
        if (form.fields.containsKey("replacement")) {
            form.type("replacement", "Chỉnh lý số liệu");
        }
        tally.sent.incrementAndGet();
        Answer answer = who.post(form.action, form.fields);
        if (answer.status() == 302 && answer.location().contains("/issues/")) {
            tally.acknowledged.incrementAndGet();
            return true;
        }
        return false;
    }
}
