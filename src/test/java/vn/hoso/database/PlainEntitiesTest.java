package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.repository.Repository;
import vn.hoso.ProgramTest;

/** What Hibernate is given and makes of it, where neither a start nor a page may show it. */
@ProgramTest
class PlainEntitiesTest {

    @Autowired
    private EntityManagerFactory factory;

    @Autowired
    private ApplicationContext program;

    /** The jar has no library that could; tests have it, for mocks. */
    @Test
    void noClassIsMadeThatStandsForAnEntity() {
        SessionFactoryImplementor sessions = factory.unwrap(SessionFactoryImplementor.class);
        assertThat(sessions.getServiceRegistry().requireService(BytecodeProvider.class))
                .isInstanceOf(BytecodeProviderImpl.class);
        List<String> entities = new ArrayList<>();
        sessions.getMappingMetamodel().forEachEntityDescriptor(entity -> {
            assertThat(entity.hasProxy()).as(entity.getEntityName()).isFalse();
            entities.add(entity.getEntityName());
        });
        assertThat(entities).hasSizeGreaterThan(30);
    }

    /** A repository is made when it is first used, and reads its queries then; a start no longer shows one that cannot be read. */
    @Test
    void everyQueryOfARepositoryCanBeRead() {
        assertThat(program.getBeansOfType(Repository.class)).hasSizeGreaterThan(30);
    }
}
