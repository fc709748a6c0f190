package vn.hoso;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole program on a real PostgreSQL with the demonstration's figures and people. All such tests share one program:
 * they read 2023 and 2024 and write only into months of their own, from 2025 on.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.jpa.hibernate.ddl-auto=validate",
            "hoso.security.second-factor-key=dGhpcnR5LXR3by1ieXRlcy1mb3ItdGVzdHMtb25seSE="
        })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import({TestDatabase.class, CountedStatements.class, SignedIn.class})
public @interface ProgramTest {}
