package vn.hoso.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves a stylesheet that consists of {@code @import} lines as one file: a page asks once however many components there are,
 * and the hash in the file's name follows each of them. Spring Boot's own handler for the same addresses gives way.
 */
@Configuration(proxyBeanMethods = false)
@Order(-1)
class ImportedStylesheets implements WebMvcConfigurer {

    private static final Pattern IMPORT = Pattern.compile("(?m)^@import \"([\\w/-]+\\.css)\";$");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new Assembly());
    }

    private static final class Assembly extends PathResourceResolver {

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            Resource found = super.resolveResourceInternal(request, path, locations, chain);
            return found != null && path.endsWith(".css") ? assembled(found) : found;
        }

        /** The components' texts in their order, or the sheet itself where it imports nothing. */
        private static Resource assembled(Resource sheet) {
            List<String> components = IMPORT.matcher(text(sheet))
                    .results()
                    .map((MatchResult line) -> component(sheet, line.group(1)))
                    .toList();
            return components.isEmpty()
                    ? sheet
                    : new TransformedResource(
                            sheet, String.join("\n", components).getBytes(StandardCharsets.UTF_8));
        }

        private static String component(Resource sheet, String path) {
            try {
                return text(sheet.createRelative(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String text(Resource file) {
            try {
                return file.getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
