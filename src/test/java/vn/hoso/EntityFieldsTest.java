package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.jpa.repository.Query;
import vn.hoso.figures.domain.Measure;

/** An entity holds what the program reads: a field that is only written is a column that somebody forgot. */
class EntityFieldsTest {

    /**
     * Kept for whoever asks the database by hand: no screen shows which version carried an answer, nor who answered about a
     * file and when.
     */
    private static final Set<String> KEPT_FOR_THE_RECORD =
            Set.of("RemarkAnswer.version", "ImportAnswer.answeredBy", "ImportAnswer.answeredAt");

    private final JavaClasses program = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.hoso.figures", "vn.hoso.imports", "vn.hoso.reports");

    @Test
    void everyStoredFieldIsReadSomewhere() throws IOException {
        String queries = program.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Query.class))
                .map(method -> method.getAnnotationOfType(Query.class).value())
                .collect(Collectors.joining("\n"));

        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }

        List<String> unread = stored().filter(field -> field.getAccessesToSelf().stream()
                        .noneMatch(access -> access.getAccessType() == AccessType.GET
                                && !(access.getOwner() instanceof JavaConstructor)))
                .filter(field -> !Pattern.compile("\\." + field.getName() + "\\b")
                        .matcher(queries)
                        .find())
                .filter(field -> sources.stream().noneMatch(source -> asksFor(field, source)))
                .map(field -> field.getOwner().getSimpleName() + "." + field.getName())
                .filter(name -> !KEPT_FOR_THE_RECORD.contains(name))
                .sorted()
                .toList();

        assertThat(unread).isEmpty();
    }

    /** The columns of figures are read by the names of the measures, so these must be the same. */
    @Test
    void everyMeasureHasItsFieldAndNoOtherNumberHasOne() {
        assertThat(program.get("vn.hoso.figures.FigureColumns").getFields().stream()
                        .filter(field -> field.getRawType().isEquivalentTo(Integer.class))
                        .map(JavaField::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Measure.values()).map(Measure::field).toList());
    }

    /** Whether a source has a statement that names the field's table and column. */
    private static boolean asksFor(JavaField field, String source) {
        Table named = field.getOwner().isAnnotatedWith(Table.class)
                ? field.getOwner().getAnnotationOfType(Table.class)
                : null;
        String table = named == null ? underscored(field.getOwner().getSimpleName()) : named.name();
        return Pattern.compile("(from|join) " + table + "\\b").matcher(source).find()
                && source.contains("." + underscored(field.getName()));
    }

    private static String underscored(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Stream<JavaField> stored() {
        return program.stream()
                .filter(each -> each.isAnnotatedWith(Entity.class) || each.isAnnotatedWith(Embeddable.class))
                .filter(each -> !each.getSimpleName().equals("FigureColumns"))
                .flatMap(each -> each.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
    }
}
