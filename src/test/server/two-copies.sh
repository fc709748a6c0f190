#!/usr/bin/env bash
# Tries what docker-compose.replicas.yml and the guide describe, without Docker, on this computer: PostgreSQL with a streaming
# standby and the compose file's roles, two copies of the program behind nginx with the compose file's configuration. Then one copy is
# killed, and the primary; the program goes on. Prints figures; ends with 0 when no request failed after one more try.
#     mvn -DskipTests package && apt-get install postgresql nginx-light
#     src/test/server/two-copies.sh target/ho-so-truc-tuyen.jar
# HOSO_JAVA may name another way of starting the program in place of "java -jar <jar>". Ports 8137 to 8139, 8141 and 8142; as root.
set -euo pipefail
cd "$(dirname "$0")/../../.."
start=${HOSO_JAVA:-java -Xmx400m -jar ${1:?the jar}}
work=$(mktemp -d /tmp/two-copies.XXXX); chmod 755 "$work"
# Debian's, or where it is older than 17 the one that the program brings and tests have unpacked.
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1); psql=$bin/psql
if [ "$("$bin/postgres" --version | grep -o '[0-9]*' | head -1)" -lt 17 ]; then
    cp -r "$(ls -d target/postgresql-binaries/*/bin | tail -1)/.." "$work/postgresql"; chmod -R a+rX "$work/postgresql"
    bin=$work/postgresql/bin
fi
export HOSO_DB_OWNER_PASSWORD=owner-of-a-try HOSO_DB_PASSWORD=program-of-a-try
pids=()
as() { runuser -u postgres -- env HOSO_DB_OWNER_PASSWORD=$HOSO_DB_OWNER_PASSWORD HOSO_DB_PASSWORD=$HOSO_DB_PASSWORD LC_ALL=C "$@"; }
end() {
    for pid in "${pids[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
    for each in primary standby; do as "$bin/pg_ctl" -D "$work/$each" -m immediate stop >/dev/null 2>&1 || true; done
    [ "${KEEP:-}" ] || rm -rf "$work"
}
trap end EXIT
say() { echo "$(date +%T) $*"; }

# --- PostgreSQL: the roles of the compose file, read by psql itself, and a standby ---
install -d -o postgres "$work/primary" "$work/standby" "$work/sockets"; chmod 700 "$work/standby"
as "$bin/initdb" -D "$work/primary" --encoding UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=vi-VN --auth-local=trust \
    --auth-host=scram-sha-256 >"$work/initdb.log" 2>&1
cat >>"$work/primary/postgresql.conf" <<EOF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$work/sockets'
wal_keep_size = 256MB
log_min_messages = log
log_error_verbosity = terse
EOF
as "$bin/pg_ctl" -D "$work/primary" -o "-p 8141" -l "$work/sockets/primary.log" -w start >/dev/null || { cat "$work/sockets/primary.log"; exit 1; }
sql() { local port=$1; shift; as "$psql" -qAt -v ON_ERROR_STOP=1 -h "$work/sockets" -p "$port" -U postgres "$@"; }
sql 8141 -c "create database hoso template template0" -c "create role standby replication login password 'standby-of-a-try'"
cp src/main/docker/database/roles.sql "$work/roles.sql"; chmod 644 "$work/roles.sql"
sql 8141 -d hoso -f "$work/roles.sql"
if [ -e "$bin/pg_basebackup" ]; then
    as env PGPASSWORD=standby-of-a-try "$bin/pg_basebackup" -h 127.0.0.1 -p 8141 -U standby -D "$work/standby" -R -C -S standby -X stream \
        --checkpoint=fast
else
    # The program's own PostgreSQL comes without: a copy of the stopped primary, told whom to follow.
    as "$bin/pg_ctl" -D "$work/primary" -m fast -w stop >/dev/null
    as cp -r "$work/primary/." "$work/standby/"; as touch "$work/standby/standby.signal"
    as tee -a "$work/standby/postgresql.conf" >/dev/null <<EOF
primary_conninfo = 'host=127.0.0.1 port=8141 user=standby password=standby-of-a-try'
EOF
    as "$bin/pg_ctl" -D "$work/primary" -o "-p 8141" -l "$work/sockets/primary.log" -w start >/dev/null
fi
as "$bin/pg_ctl" -D "$work/standby" -o "-p 8142" -l "$work/sockets/standby.log" -w start >/dev/null
for _ in $(seq 60); do [ "$(sql 8141 -c "select state from pg_stat_replication")" = streaming ] && break; sleep 0.5; done
say "PostgreSQL $("$bin/postgres" --version | grep -o '[0-9.]*' | head -1): primary and standby, $(sql 8141 -c "select state from pg_stat_replication")"

# --- two copies, one proxy ---
export SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:8141,127.0.0.1:8142/hoso?targetServerType=primary"
export SPRING_DATASOURCE_USERNAME=hoso SPRING_DATASOURCE_PASSWORD=$HOSO_DB_PASSWORD
export SPRING_FLYWAY_USER=hoso_owner SPRING_FLYWAY_PASSWORD=$HOSO_DB_OWNER_PASSWORD
export SERVER_FORWARD_HEADERS_STRATEGY=native HOSO_SECURITY_SECOND_FACTOR_KEY=dGhpcnR5LXR3by1ieXRlcy1mb3ItdGVzdHMtb25seSE=
run() { SERVER_PORT=$1 HOSO_DATA_DIR="$work/data-$1" $start >"$work/program-$1.log" 2>&1 & pids+=($!); }
ready() { for _ in $(seq 600); do curl -fs -o /dev/null -m 3 "http://127.0.0.1:$1/readyz" && return; sleep 0.5; done; say "$1 is not ready"; tail -5 "$work/program-$1.log"; exit 1; }
run 8137; first=$!; run 8138
ready 8137; ready 8138
sed -e 's/program-1:8080/127.0.0.1:8137/; s/program-2:8080/127.0.0.1:8138/; s/listen 8080/listen 127.0.0.1:8139/' \
    -e "s#/tmp/#$work/#; s#/dev/stdout#$work/access.log#; s#/dev/stderr#$work/error.log#" src/main/docker/nginx.conf >"$work/nginx.conf"
nginx -t -c "$work/nginx.conf" 2>&1 | tail -1
nginx -c "$work/nginx.conf" -g 'daemon off;' & pids+=($!)
ready 8139
say "two copies behind nginx: $(sql 8141 -d hoso -c "select count(distinct application_name) from pg_stat_activity where application_name like 'hoso %'") seen by the database"

# --- asked three times a second through the proxy; a request that fails is tried once more ---
cat >"$work/ask.sh" <<'EOF'
asked=0 again=0 failed=0
while [ ! -e "$1/stop" ]; do
    asked=$((asked + 1))
    if ! curl -fs -o /dev/null -m 10 http://127.0.0.1:8139/login; then
        again=$((again + 1)); sleep "${2}"
        curl -fs -o /dev/null -m 10 http://127.0.0.1:8139/login || failed=$((failed + 1))
    fi
    sleep 0.3
done
echo "$asked asked, $again tried again, $failed failed after it"
[ $failed = 0 ]
EOF
bash "$work/ask.sh" "$work" 0.2 >"$work/asked" & asking=$!
sleep 3; kill -9 "$first"; say "one copy killed"; sleep 12
touch "$work/stop"; wait $asking && result=0 || result=1
say "one copy killed: $(cat "$work/asked")"
rm "$work/stop"; run 8137; ready 8137

# --- the primary dies, the standby is promoted: the copies follow ---
as "$bin/pg_ctl" -D "$work/primary" -m immediate stop >/dev/null
killed=$(date +%s%N); sql 8142 -c "select pg_promote()" >/dev/null
promoted=$(date +%s%N); ready 8137; ready 8138; back=$(date +%s%N)
say "primary killed: promoted after $(((promoted - killed) / 1000000)) ms, both copies ready again $(((back - promoted) / 1000000)) ms later"
curl -fs -o /dev/null -m 10 http://127.0.0.1:8139/login || { say "no page after the failover"; result=1; }
exit $result
