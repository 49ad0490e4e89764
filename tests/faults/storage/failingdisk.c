// SPDX-License-Identifier: GPL-3.0-or-later
// LD_PRELOAD: lets the Nth call on a database file fail. BUDSTIKKE_DISK="KIND:N:COUNT" with the kinds
// io (every write, sync and truncation: EIO), full (what needs room: ENOSPC) and busy (a writer's locks: EAGAIN);
// COUNT calls fail from the Nth on, 0: all. BUDSTIKKE_DISK_NAME: what stands in the path of the files that
// it is about, instead of ".sqlite". BUDSTIKKE_DISK_LOG gets one byte for each that failed.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum kind { unread, none, io, full, busy };

static atomic_int wanted = unread;
static long first, count;
static atomic_long calls;
static int log_file = -1;
static const char *part = ".sqlite"; // of the path

static void read_wish(void)
{
    const char *wish = getenv("BUDSTIKKE_DISK");
    const char *log = getenv("BUDSTIKKE_DISK_LOG");
    const char *of = getenv("BUDSTIKKE_DISK_NAME");
    if (of)
        part = of;
    char name[8] = "";
    int kind = none;
    if (wish && sscanf(wish, "%7[a-z]:%ld:%ld", name, &first, &count) == 3)
        kind = strcmp(name, "io") == 0 ? io : strcmp(name, "full") == 0 ? full : busy;
    if (log)
        log_file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    atomic_store(&wanted, kind);
}

// Whether this call is one that fails. The file is known by its name: *.sqlite, its -wal and its -shm.
static int fails(int file, int counts_full, int is_lock)
{
    if (atomic_load(&wanted) == unread)
        read_wish();
    const int kind = atomic_load(&wanted);
    if (kind == none || (kind == busy) != is_lock || (kind == full && !counts_full))
        return 0;
    char link[64];
    char path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t size = readlink(link, path, sizeof path - 1);
    if (size <= 0)
        return 0;
    path[size] = '\0';
    if (!strstr(path, part))
        return 0;
    const long call = atomic_fetch_add(&calls, 1) + 1;
    if (call < first || (count > 0 && call >= first + count))
        return 0;
    const ssize_t (*real_write)(int, const void *, size_t) = (void *)dlsym(RTLD_NEXT, "write");
    if (log_file >= 0)
        (void)!real_write(log_file, "x", 1);
    errno = kind == io ? EIO : kind == full ? ENOSPC : EAGAIN;
    return 1;
}

#define FAILING(result, name, parameters, arguments, file, needs_room)                                       \
    result name parameters                                                                                   \
    {                                                                                                        \
        static result(*real) parameters;                                                                     \
        if (!real)                                                                                           \
            real = (void *)dlsym(RTLD_NEXT, #name);                                                          \
        return fails(file, needs_room, 0) ? -1 : real arguments;                                             \
    }

FAILING(ssize_t, write, (int f, const void *data, size_t size), (f, data, size), f, 1)
FAILING(ssize_t, pwrite, (int f, const void *data, size_t size, off_t at), (f, data, size, at), f, 1)
FAILING(ssize_t, pwrite64, (int f, const void *data, size_t size, off64_t at), (f, data, size, at), f, 1)
FAILING(int, ftruncate, (int f, off_t size), (f, size), f, 0)
FAILING(int, ftruncate64, (int f, off64_t size), (f, size), f, 0)
FAILING(int, fsync, (int f), (f), f, 0)
FAILING(int, fdatasync, (int f), (f), f, 0)

static int lock_or(const char *name, int f, int command, void *argument)
{
    int (*real)(int, int, ...) = (void *)dlsym(RTLD_NEXT, name);
    // As when another program writes: its lock keeps writers out, and not readers.
    if ((command == F_SETLK || command == F_SETLKW) && ((struct flock *)argument)->l_type == F_WRLCK &&
        fails(f, 0, 1))
        return -1;
    return real(f, command, argument);
}

int fcntl(int f, int command, ...)
{
    va_list list;
    va_start(list, command);
    void *argument = va_arg(list, void *);
    va_end(list);
    return lock_or("fcntl", f, command, argument);
}

int fcntl64(int f, int command, ...)
{
    va_list list;
    va_start(list, command);
    void *argument = va_arg(list, void *);
    va_end(list);
    return lock_or("fcntl64", f, command, argument);
}
