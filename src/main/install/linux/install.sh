#!/bin/sh
# Installs the program as a service, or replaces it by a newer one:   sudo sh install.sh ho-so-truc-tuyen.jar
# Removes the program and keeps its data:                             sudo sh install.sh --remove
# DESTDIR names another root, for building a package; nothing is started then.
set -eu
here=$(dirname "$0")
root=${DESTDIR:-}
name=ho-so-truc-tuyen
unit=$root/etc/systemd/system/$name.service

if [ "${1:-}" = --remove ]; then
    [ -n "$root" ] || systemctl disable --now $name || true
    rm -rf "$unit" "$root/opt/$name"
    [ -n "$root" ] || systemctl daemon-reload
    echo "Đã gỡ chương trình. Dữ liệu còn nguyên ở $root/var/lib/$name, thiết lập ở $root/etc/$name.env."
    exit 0
fi

jar=${1:?"Cách dùng: sudo sh install.sh ho-so-truc-tuyen.jar"}
[ -f "$jar" ] || { echo "Không thấy tệp $jar"; exit 1; }
if [ -z "$root" ]; then
    command -v java >/dev/null || { echo "Chưa có Java 17 trở lên. Ví dụ: apt install openjdk-17-jre-headless"; exit 1; }
    id $name >/dev/null 2>&1 || useradd --system --no-create-home --home-dir /var/lib/$name --shell /usr/sbin/nologin $name
    # The old one stops in order before its jar is replaced.
    systemctl stop $name 2>/dev/null || true
fi
mkdir -p "$root/opt/$name" "$root/etc/systemd/system"
[ ! -f "$root/opt/$name/$name.jar" ] || cp -p "$root/opt/$name/$name.jar" "$root/opt/$name/$name.jar.truoc"
install -m 0644 "$jar" "$root/opt/$name/$name.jar"
install -m 0644 "$here/$name.service" "$unit"
[ ! -f "$here/../huong-dan-cai-dat.md" ] || install -m 0644 "$here/../huong-dan-cai-dat.md" "$root/opt/$name/"
if [ ! -f "$root/etc/$name.env" ]; then
    (umask 077 && printf '# Thiết lập, mỗi dòng một mục, ví dụ:\n# SERVER_PORT=8080\n# SPRING_PROFILES_ACTIVE=monitoring\n' >"$root/etc/$name.env")
fi
if [ -z "$root" ]; then
    systemctl daemon-reload
    systemctl enable --now $name
    echo "Đã cài. Liên kết tạo quản trị viên đầu tiên: journalctl -u $name | grep links/"
fi
