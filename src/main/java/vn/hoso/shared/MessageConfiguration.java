package vn.hoso.shared;

import org.springframework.boot.autoconfigure.context.MessageSourceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages' words, from the same files and settings as Spring Boot's own source of messages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSourceProperties.class)
class MessageConfiguration {

    @Bean
    MessageSource messageSource(MessageSourceProperties properties) {
        CountedMessageSource messages = new CountedMessageSource();
        messages.setBasenames(properties.getBasename().toArray(String[]::new));
        messages.setDefaultEncoding(properties.getEncoding().name());
        messages.setFallbackToSystemLocale(properties.isFallbackToSystemLocale());
        return messages;
    }
}
