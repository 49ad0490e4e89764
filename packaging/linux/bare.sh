# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Read by scripts that try something on a bare Debian. It takes root and debootstrap; mounts are in a namespace of
# their own and end with what runs there.

# make_bare SUITE FOLDER: a Debian with nothing but its base. DEBIAN_MIRROR names another place than deb.debian.org.
make_bare() {
  debootstrap --variant=minbase "$1" "$2" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$2.log" 2>&1 ||
    { tail -n 20 "$2.log" >&2; return 1; }
  rm -f "$2.log"
  cp /etc/resolv.conf "$2/etc/resolv.conf"
  printf '#!/bin/sh\nexit 101\n' >"$2/usr/sbin/policy-rc.d" # nothing that is installed starts by itself
  chmod +x "$2/usr/sbin/policy-rc.d"
}

# in_bare FOLDER COMMAND…: runs it there as root; whatever it leaves running is ended with it.
in_bare() {
  # shellcheck disable=SC2016 # the inner shell expands
  unshare --mount --pid --fork --kill-child bash -c '
    set -e
    root=$1
    shift
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
    mount -t tmpfs -o mode=755 tmpfs "$root/run"
    exec chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
      DEBIAN_FRONTEND=noninteractive "$@"' bare "$@"
}
