package vn.hoso.database;

import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * Entities are read as they are, without classes made at start that stand for them: no class library is needed for it.
 * Collections still wait until they are asked for; another entity is read with the one that names it.
 */
public class PlainEntities implements ServiceContributor, Integrator, StandardServiceInitiator<BytecodeProvider> {

    @Override
    public void contribute(StandardServiceRegistryBuilder registry) {
        registry.addInitiator(this);
    }

    @Override
    public Class<BytecodeProvider> getServiceInitiated() {
        return BytecodeProvider.class;
    }

    @Override
    public BytecodeProvider initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
        return new BytecodeProviderImpl();
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessions) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            entity.setLazy(false);
        }
    }
}
