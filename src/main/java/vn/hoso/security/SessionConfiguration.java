package vn.hoso.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.DefaultDeserializer;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;

/** Sessions are rows in PostgreSQL: a restart keeps them, and every copy of the program knows them. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    /** Spring Session's own, in the database. */
    private static final String STORED = "sessionRepository";

    @Bean
    CookieSerializer sessionCookie() {
        return new SessionCookie();
    }

    /** Two requests of one session that set the same attribute at once: the later one counts, neither fails. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> upsertAttributes() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /**
     * Spring Session makes a session out of rows that follow each other. In whatever order the database likes, one whose rows
     * lie between another's comes in pieces, of which the last counts: it lacks attributes. So a session's rows come together.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInOnePiece() {
        return sessions -> sessions.setListSessionsByPrincipalNameQuery("""
                select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                    a.attribute_name, a.attribute_bytes
                from %TABLE_NAME% s left join %TABLE_NAME%_attributes a on a.session_primary_id = s.primary_id
                where s.principal_name = ? order by s.primary_id
                """);
    }

    /** What Spring Boot makes nothing of its own beside, so that both are named only after it has made what it makes. */
    @Bean
    static BeanDefinitionRegistryPostProcessor sessionsKeptToTheMinute() {
        return registry -> {
            if (registry.containsBeanDefinition(STORED)) {
                registry.registerBeanDefinition(
                        "springSessionTransactionOperations",
                        BeanDefinitionBuilder.rootBeanDefinition(SessionTransactions.class)
                                .addConstructorArgReference("transactionManager")
                                .setFallback(true)
                                .getBeanDefinition());
                registry.registerBeanDefinition(
                        "sparingSessions",
                        BeanDefinitionBuilder.rootBeanDefinition(SparingSessions.class)
                                .addConstructorArgReference(STORED)
                                .setPrimary(true)
                                .getBeanDefinition());
            }
        };
    }

    /** What another version of the program stored and this one cannot read is nothing: its owner signs in again. */
    @Bean
    GenericConversionService springSessionConversionService() {
        ClassLoader classes = SessionConfiguration.class.getClassLoader();
        DeserializingConverter reading = new DeserializingConverter(new DefaultDeserializer(classes));
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        Converter<byte[], @Nullable Object> attributes = stored -> {
            try {
                return reading.convert(stored);
            } catch (SerializationFailedException e) {
                LOG.warn("A session's attribute cannot be read and counts as absent", e);
                return null;
            }
        };
        conversion.addConverter(byte[].class, Object.class, attributes);
        return conversion;
    }
}
