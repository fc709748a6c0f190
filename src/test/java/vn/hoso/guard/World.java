package vn.hoso.guard;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.SignedIn.People;
import vn.hoso.security.Role;

/** The demonstration's district with somebody of every role; what is done in it is taken back afterwards. */
final class World {

    /** Staff's unit, and one that is not theirs. */
    static final long OWN = 2;

    static final long OTHER = 3;

    /** Open, without figures. */
    static final String OPEN = "2022-05";

    /** Open, handed in by the units. */
    static final String SUBMITTED = "2024-09";

    /** Locked, approved. */
    static final String LOCKED = "2024-08";

    private final MockMvc browser;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final People users;
    private final Clock clock;
    private final Map<Role, UserDetails> people = new EnumMap<>(Role.class);
    private final Map<Function<World, Ask>, Ask> sameEachTime = new IdentityHashMap<>();
    private @Nullable Role visitor;
    private boolean madeForItsVisitor;

    World(ApplicationContext program) {
        browser = program.getBean(MockMvc.class);
        entities = program.getBean(EntityManager.class);
        transaction = new TransactionTemplate(program.getBean(PlatformTransactionManager.class));
        jdbc = program.getBean(JdbcClient.class);
        clock = program.getBean(Clock.class);
        users = program.getBean(People.class);
    }

    /** Whom the next requests are made for; null is somebody who is not signed in. */
    void visitedBy(@Nullable Role role) {
        visitor = role;
        madeForItsVisitor = false;
    }

    /** Whether what was made since the visitor came depends on who they are. */
    boolean madeForItsVisitor() {
        return madeForItsVisitor;
    }

    /** The visitor if they are among these, else the unit's staff: whose request it is that others try to send. */
    Role visitorOr(Role otherwise, Set<Role> among) {
        madeForItsVisitor = true;
        return visitor != null && among.contains(visitor) ? visitor : otherwise;
    }

    /**
     * The request that this makes. One that was made of what the demonstration holds, whoever the visitor, is the same each
     * time, since all is taken back; one for which something was written first is made anew.
     */
    Ask made(Function<World, Ask> request) {
        Ask same = sameEachTime.get(request);
        if (same != null) {
            return same;
        }
        long before = rowsWritten();
        Ask ask = request.apply(this);
        if (!madeForItsVisitor && rowsWritten() == before) {
            sameEachTime.put(request, ask);
        }
        return ask;
    }

    /** By the transaction that asks, so far. */
    private long rowsWritten() {
        return jdbc.sql("select coalesce(sum(rows), 0) from (" + ProgramState.WRITTEN + ") written")
                .query(Long.class)
                .single();
    }

    /** Does something and takes back what it changed. */
    <T> T andTakeBack(Supplier<T> doing) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("update monthly_return set dossiers_received = 765432 where unit_id = ? and month = ?")
                    .params(OTHER, LocalDate.parse(SUBMITTED + "-01"))
                    .update();
            try {
                return doing.get();
            } finally {
                entities.clear();
            }
        });
    }

    /** The first person of the demonstration with this role. */
    UserDetails person(Role role) {
        return people.computeIfAbsent(
                role,
                wanted -> users.named(jdbc.sql("select username from app_user where role = ? order by id limit 1")
                        .param(wanted.name())
                        .query(String.class)
                        .optional()
                        .orElseThrow(() -> new AssertionError("The demonstration has nobody with the role " + wanted
                                + ": add a person to DemonstrationData"))));
    }

    /** Sends it as a browser with the right token would; null is somebody who is not signed in. */
    MvcResult send(Ask ask, @Nullable Role as) {
        var request = ask.builder();
        if (ask.method() != HttpMethod.GET && ask.method() != HttpMethod.HEAD) {
            request.with(csrf());
        }
        return sendAsItIs(request, as);
    }

    MvcResult sendAsItIs(AbstractMockHttpServletRequestBuilder<?> request, @Nullable Role as) {
        if (as != null) {
            request.with(user(person(as)));
        }
        try {
            MvcResult answer = browser.perform(request).andReturn();
            if (entities.isJoinedToTransaction()) {
                // In a transaction that stays open, changes wait for this.
                entities.flush();
                entities.clear();
            }
            return answer;
        } catch (Exception failed) {
            throw new IllegalStateException("The program failed instead of answering", failed);
        }
    }

    Document page(String address, @Nullable Role as) {
        return Jsoup.parse(body(send(Ask.get(address), as)));
    }

    static String body(MvcResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static String describe(MvcResult answer) {
        MockHttpServletResponse response = answer.getResponse();
        String to = response.getRedirectedUrl();
        return response.getStatus() + (to == null ? "" : " → " + to);
    }

    /** The unit's name, and a figure of theirs that nobody else has, however it is written. */
    List<String> secretsOf(long unit) {
        return List.of(
                jdbc.sql("select name from unit_version where unit_id = ? and upper_inf(valid)")
                        .param(unit)
                        .query(String.class)
                        .single(),
                "765432",
                "765.432");
    }

    /** A token that a browser of somebody else's was given. */
    String tokenOfAnotherSession() {
        return page("/login", null).select("[name=_csrf]").val();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    JdbcClient database() {
        return jdbc;
    }

    /** What an authenticator with this key shows so many half minutes from now. */
    String codeOf(String key, int stepsAhead) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(new Base32().decode(key.replace(" ", "")), "HmacSHA1"));
            long step = clock.instant().getEpochSecond() / 30 + stepsAhead;
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The form with this action on a page, filled in as it came. */
    Ask form(String address, String action, Role as) {
        Document page = page(address, as);
        Element form = page.select("form").stream()
                .filter(each -> each.attr("method").equalsIgnoreCase("post")
                        && each.attr("action").split("\\?")[0].equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(address + " has no form that goes to " + action));
        Ask ask = Ask.post(form.attr("action"));
        for (Element field : page.select("input[name], textarea[name], select[name], button[name]")) {
            boolean belongs =
                    field.hasAttr("form") ? field.attr("form").equals(form.id()) : field.closest("form") == form;
            if (belongs && !field.attr("name").equals("_csrf") && sent(field)) {
                ask = ask.and(field.attr("name"), value(field));
            }
        }
        return ask;
    }

    private static boolean sent(Element field) {
        String type = field.attr("type");
        return !field.hasAttr("disabled")
                && !field.is("button")
                && (!type.equals("radio") && !type.equals("checkbox") || field.hasAttr("checked"));
    }

    private static String value(Element field) {
        if (field.is("textarea")) {
            return field.wholeText();
        }
        if (field.is("select")) {
            Element chosen = field.selectFirst("option[selected]");
            Element option = chosen == null ? field.selectFirst("option") : chosen;
            return option == null ? "" : option.val();
        }
        return field.val();
    }
}
