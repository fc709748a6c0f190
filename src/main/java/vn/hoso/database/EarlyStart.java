package vn.hoso.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import vn.hoso.database.EmbeddedDatabaseConfiguration.EmbeddedDatabaseProperties;

/**
 * Starts the embedded PostgreSQL beside the program as soon as the settings are known, instead of in the middle of its
 * start: the two take turns on nothing, so the first page comes seconds sooner. Only when the program itself was started
 * ({@code hoso.embedded.early-start}, set by its main method), never in tests.
 */
class EarlyStart implements GenericApplicationListener {

    static final String SETTING = "hoso.embedded.early-start";

    private final CompletableFuture<EmbeddedPostgresServer> server = new CompletableFuture<>();
    private final AtomicBoolean handedOver = new AtomicBoolean();

    @Override
    public boolean supportsEventType(ResolvableType type) {
        return type.isAssignableFrom(ApplicationEnvironmentPreparedEvent.class)
                || type.isAssignableFrom(ApplicationFailedEvent.class);
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            begin(prepared.getEnvironment(), prepared.getBootstrapContext());
        } else if (!handedOver.get()) {
            // The program fell before it took the server over: nobody else would stop it.
            var unused = server.thenAccept(EmbeddedPostgresServer::close);
        }
    }

    private void begin(Environment environment, ConfigurableBootstrapContext bootstrap) {
        if (!environment.getProperty(SETTING, Boolean.class, false)
                || EmbeddedDatabaseConfiguration.namesADatabase(environment)) {
            return;
        }
        EmbeddedDatabaseProperties properties =
                Binder.get(environment).bindOrCreate("hoso", EmbeddedDatabaseProperties.class);
        Thread starter = new Thread(() -> run(properties), "embedded-postgresql-start");
        starter.start();
        bootstrap.addCloseListener(
                closed -> closed.getApplicationContext().getBeanFactory().registerSingleton("earlyStart", this));
    }

    private void run(EmbeddedDatabaseProperties properties) {
        try {
            server.complete(EmbeddedDatabaseConfiguration.start(properties));
        } catch (RuntimeException | Error refused) {
            server.completeExceptionally(refused);
        }
    }

    /**
     * The running server, from now on the caller's to close.
     *
     * @throws StartupFailure as {@link EmbeddedPostgresServer#start} does
     */
    EmbeddedPostgresServer take() {
        try {
            EmbeddedPostgresServer started = server.join();
            handedOver.set(true);
            return started;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StartupFailure refusal ? refusal : failed;
        }
    }
}
