package vn.hoso.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.hoso.Messages;
import vn.hoso.shared.Language;

class GuidePdfTest {

    private static SpringTemplateEngine pages() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(Messages.source());
        return engine;
    }

    @Test
    void holdsEveryChapterWithItsStepsAndDefinitions() throws IOException {
        Guide guide = new Guide(Messages.source());
        byte[] file = new GuidePdf(guide, pages(), Clock.systemUTC()).in(Language.OFFICIAL);
        try (PDDocument document = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(guide.chapters(Language.OFFICIAL).values())
                    .allSatisfy(chapter -> assertThat(text).contains(chapter.lead()));
            assertThat(text).contains(Messages.VIETNAMESE.all().get("help.field.dossiersReceived"));
        }
    }
}
