package vn.hoso;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import vn.hoso.figures.domain.Measure;

/** An entity holds what the program reads: a field that is only written is a column that somebody forgot. */
class EntityFieldsTest {

    private static final String ACTOR =
            "the account behind the name at that time: a foreign key, so that it is never deleted";
    private static final String WHEN = "when it was, for whoever asks the database by hand";

    /** Fields of which no screen tells, and why their columns are written. */
    private static final Map<String, String> KEPT_FOR_THE_RECORD = Map.ofEntries(
            entry("ReturnCalendarSetting.setBy", ACTOR),
            entry("SubmissionDeadlineSetting.setAt", WHEN),
            entry("SubmissionDeadlineSetting.setByName", "who set it; the line in the trail is what is shown"),
            entry("ImportAnswer.answeredAt", WHEN),
            entry("ImportAnswer.answeredBy", ACTOR),
            entry("KeepingDecision.setBy", ACTOR),
            entry("NoticeLetter.sentAt", WHEN),
            entry("NoticeRead.readAt", WHEN),
            entry("OneTimeLink.createdAt", WHEN),
            entry("RemarkAnswer.version", "which version carried an answer, for whoever asks the database by hand"),
            entry("Reorganisation.appliedBy", ACTOR),
            entry("Reorganisation.ways", "written and removed with the act; Successions reads their table"),
            entry("SecondFactor.createdAt", WHEN),
            entry("SentReminder.sentAt", WHEN),
            entry("SentReminder.stage", "part of the key by which a letter goes out once"),
            entry("SentWorkLetter.sentAt", WHEN),
            entry("WorkRead.readAt", WHEN),
            entry("StoredExplanation.decidedBy", ACTOR),
            entry("StoredExtractCount.withdrawnBy", ACTOR),
            entry("StoredFollowUp.madeBy", ACTOR),
            entry("StoredClass.changedAt", WHEN),
            entry("StoredClass.changedBy", ACTOR),
            entry("StoredClass.changedByName", "who said so; the line in the trail is what is shown"),
            entry("StoredProcedure.changedAt", WHEN),
            entry("StoredProcedure.changedBy", ACTOR),
            entry("StoredProcedure.changedByName", "who changed it; the line in the trail is what is shown"),
            entry("StoredMap.shapes", "the database refuses a map without an outline"),
            entry("StoredOutsideTotal.endedBy", ACTOR),
            entry("StoredOutsideTotal.enteredBy", ACTOR),
            entry("StoredReturnField.changedAt", WHEN),
            entry("StoredWallLink.madeBy", ACTOR),
            entry("StoredWallLink.revokedBy", ACTOR),
            entry("UnitContact.changedAt", WHEN),
            entry("UnitContact.changedBy", ACTOR),
            entry("VerdictNotice.change", "part of the key by which a change is noticed once"));

    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"");

    private static final Pattern ANY_TABLE = Pattern.compile("\\b(from|join) [a-z]");

    /** A source with its texts, which are looked for once for all fields. */
    private record Source(String text, List<String> literals) {

        static Source of(String text) {
            return new Source(
                    text,
                    LITERAL.matcher(text).results().map(MatchResult::group).toList());
        }
    }

    private final JavaClasses program = ProgramClasses.ALL;

    @Test
    void everyStoredFieldIsReadSomewhere() {
        List<Source> sources = SourceFiles.below(SourceFiles.JAVA, ".java").values().stream()
                .map(Source::of)
                .toList();

        Set<String> unread = stored().filter(field -> field.getAccessesToSelf().stream()
                        .noneMatch(access -> access.getAccessType() == AccessType.GET
                                && !(access.getOwner() instanceof JavaConstructor)))
                .filter(field -> program.stream()
                        .filter(each ->
                                each.getPackage().equals(field.getOwner().getPackage()))
                        .filter(each -> each.isAssignableTo(Repository.class))
                        .flatMap(each -> each.getMethods().stream())
                        .noneMatch(method -> asksBy(field, method)))
                .filter(field -> sources.stream().noneMatch(source -> asksFor(field, source)))
                .map(field -> field.getOwner().getSimpleName() + "." + field.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unread).isSubsetOf(KEPT_FOR_THE_RECORD.keySet());
    }

    /** The columns of figures are read by the names of the measures, so these must be the same. */
    @Test
    void everyMeasureHasItsFieldAndNoOtherNumberHasOne() {
        assertThat(program.get("vn.hoso.figures.FigureColumns").getFields().stream()
                        .filter(field -> field.getRawType().isEquivalentTo(Integer.class))
                        .map(JavaField::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Measure.OWN.stream().map(Measure::field).toList());
    }

    /** Whether a repository's method asks for the field in its query, or finds by it as its name says. */
    private static boolean asksBy(JavaField field, JavaMethod method) {
        String name = field.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                + field.getName().substring(1);
        return method.isAnnotatedWith(Query.class)
                ? Pattern.compile("\\." + field.getName() + "\\b")
                        .matcher(method.getAnnotationOfType(Query.class).value())
                        .find()
                : Pattern.compile("(By|And|OrderBy)" + name + "(?![a-z])")
                        .matcher(method.getName())
                        .find();
    }

    /** Whether a source has a statement that names the field's table and column. */
    private static boolean asksFor(JavaField field, Source source) {
        String table = table(field.getOwner());
        Pattern from = Pattern.compile("(from|join) " + table + "\\b");
        // Most sources do not even hold the word.
        if (!source.text().contains(table) || !from.matcher(source.text()).find()) {
            return false;
        }
        String column = underscored(field.getName());
        List<String> statements = source.literals().stream()
                .filter(text -> from.matcher(text).find())
                .toList();
        Pattern named = Pattern.compile("\\b" + column + "\\b");
        return source.text().contains("." + column)
                || statements.stream()
                        .filter(text -> ANY_TABLE.matcher(text).results().count() == 1)
                        .anyMatch(text -> named.matcher(text).find())
                || (statements.stream().anyMatch(text -> text.contains(".*"))
                        && source.text().contains('"' + column + '"'));
    }

    private static String table(JavaClass entity) {
        if (entity.isAnnotatedWith(Table.class)) {
            return entity.getAnnotationOfType(Table.class).name();
        }
        return underscored(entity.getSimpleName());
    }

    private static String underscored(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Stream<JavaField> stored() {
        return program.stream()
                .filter(each -> each.isAnnotatedWith(Entity.class) || each.isAnnotatedWith(Embeddable.class))
                .filter(each -> !each.getSimpleName().equals("FigureColumns"))
                .flatMap(each -> each.getFields().stream())
                .filter(field -> !field.isAnnotatedWith(Id.class))
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
    }
}
