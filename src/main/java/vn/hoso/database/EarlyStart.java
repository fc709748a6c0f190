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
 * ({@code hoso.embedded.early-start}, set by its main method), never in tests. What would be refused later is refused before.
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
        if (!environment.getProperty(SETTING, Boolean.class, false)) {
            return;
        }
        StartChecks checks = new StartChecks(environment);
        checks.requireNoCommand();
        if (EmbeddedDatabaseConfiguration.namesADatabase(environment)) {
            checks.requireFreePort();
            checks.awaitDatabase();
            return;
        }
        EmbeddedDatabaseProperties properties =
                Binder.get(environment).bindOrCreate("hoso", EmbeddedDatabaseProperties.class);
        DataFolder folder = DataFolder.at(properties.dataDir());
        KnownFolders known = new KnownFolders(environment, folder);
        // Another copy on the folder is told of first: it is likely the one that holds the port as well.
        try (FolderLock lock = FolderLock.acquire(folder)) {
            if (!ExistingData.isIn(folder)) {
                known.requireNoneMissing();
            }
            checks.requireFreePort();
        }
        Thread starter = new Thread(() -> run(properties, known), "embedded-postgresql-start");
        starter.start();
        bootstrap.addCloseListener(
                closed -> closed.getApplicationContext().getBeanFactory().registerSingleton("earlyStart", this));
    }

    private void run(EmbeddedDatabaseProperties properties, KnownFolders known) {
        try {
            server.complete(EmbeddedDatabaseConfiguration.start(properties, true));
            known.remember();
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
