package benchmark.owners;

import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;

/**
 * A list of owners built as Spring's own demonstration, petclinic, builds it (Spring MVC, Spring Data JPA, Thymeleaf, what an entity
 * names read with it, nothing remembered), with as many of them: ten owners and thirteen pets. Outside the program's packages, so
 * that only who imports it has its entities.
 */
@TestConfiguration(proxyBeanMethods = false)
@EntityScan({"vn.hoso", "benchmark.owners"})
@EnableJpaRepositories(
        basePackages = {"vn.hoso", "benchmark.owners"},
        bootstrapMode = BootstrapMode.DEFERRED)
@Import(OwnersPage.class)
public class OwnersProgram {

    /** Makes its tables and what is in them. */
    public static void create(Statement statement) throws SQLException {
        statement.execute("""
                create table pet_type (id integer primary key, name text not null);
                create table pet_owner (id integer primary key, first_name text not null, last_name text not null,
                    address text not null, city text not null, telephone text not null);
                create index on pet_owner (last_name);
                create table pet (id integer primary key, name text not null, born date not null,
                    type_id integer not null references pet_type, owner_id integer not null references pet_owner);
                create index on pet (owner_id);
                create table pet_visit (id integer primary key, pet_id integer not null references pet,
                    day date not null, description text not null);
                create index on pet_visit (pet_id);
                insert into pet_type
                select n, (array['cat', 'dog', 'lizard', 'snake', 'bird', 'hamster'])[n] from generate_series(1, 6) n;
                insert into pet_owner
                select n, (array['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khoa', 'Lan', 'Minh', 'Nga'])[n],
                    (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Võ'])[1 + n % 5], n * 11 || ' Trần Phú', 'Tuy Phước',
                    '02563' || lpad(n::text, 6, '0')
                from generate_series(1, 10) n;
                insert into pet
                select n, (array['Mực', 'Vàng', 'Mướp', 'Đốm', 'Vện', 'Xù', 'Bông', 'Miu', 'Cún', 'Sóc', 'Sáo', 'Vẹt', 'Rùa'])[n],
                    date '2012-01-01' + n * 100, 1 + n % 6, 1 + (n - 1) % 10
                from generate_series(1, 13) n;
                insert into pet_visit
                select n, 6 + n % 2, date '2013-01-01' + n, 'rabies shot' from generate_series(1, 4) n;
                grant select on pet_type, pet_owner, pet, pet_visit to public
                """);
    }
}
