package vn.hoso.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Parts of a page that look the same to everybody who is given the same answer: drawn once, then given again for as long as
 * the answer itself is. {@code <table shared:part="components/dashboard/overview :: units">} stands for that fragment, which may use
 * nothing but what follows from the answer in the model's attribute {@value #ANSWER} and the reader's language. Without that
 * attribute the part is drawn each time.
 *
 * <p>With {@code shared:by="${frame.menu}"} beside it the part follows from that value instead, a record of values, and is given
 * again to whoever brings an equal one; null has it drawn each time.
 */
@Component
public class CachedFragmentDialect extends AbstractProcessorDialect {

    /** The model's attribute with the answer, an object that is the same as long as it is right. */
    public static final String ANSWER = "sharedAnswer";

    private static final int MOST_ANSWERS = 60;

    /** A menu's states: role, place, what waits; in both languages. */
    private static final int MOST_VALUES = 500;

    private final Cache<Object, Map<Part, String>> drawn = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_ANSWERS)
            .executor(Runnable::run)
            .build();

    private final Cache<Alike, String> alike = Caffeine.newBuilder()
            .maximumSize(MOST_VALUES)
            .executor(Runnable::run)
            .build();

    public CachedFragmentDialect() {
        super("Shared parts", "shared", 1000);
    }

    private record Part(String name, Locale language) {}

    private record Alike(Object value, Part part) {}

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Drawing(prefix));
    }

    private String alike(Part part, String expression, ITemplateContext context) {
        Object value = StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, expression)
                .execute(context);
        return value == null ? draw(part, context) : alike.get(new Alike(value, part), any -> draw(part, context));
    }

    private String markup(Part part, ITemplateContext context) {
        Object answer = context.getVariable(ANSWER);
        return answer == null
                ? draw(part, context)
                : drawn.get(answer, any -> new ConcurrentHashMap<>()).computeIfAbsent(part, any -> draw(part, context));
    }

    private static String draw(Part part, ITemplateContext context) {
        String[] names = part.name().split(" :: ", 2);
        StringWriter markup = new StringWriter();
        context.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(
                        new TemplateSpec(names[0], Set.of(names[1]), TemplateMode.HTML, null), context, markup);
        return markup.toString();
    }

    /** Puts the part where the attribute stands. */
    private final class Drawing extends AbstractAttributeTagProcessor {

        Drawing(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "part", true, 1000, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String value,
                IElementTagStructureHandler structure) {
            Part part = new Part(value, context.getLocale());
            String by = tag.getAttributeValue(getDialectPrefix(), "by");
            structure.replaceWith(by == null ? markup(part, context) : alike(part, by, context), false);
        }
    }
}
