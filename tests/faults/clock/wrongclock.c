// SPDX-License-Identifier: GPL-3.0-or-later
// LD_PRELOAD: the computer's clock is wrong by the nanoseconds that stand in the file BUDSTIKKE_CLOCK (eight bytes),
// which may change at any moment. What counts from the start of the machine is not touched.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *wrong_by;

__attribute__((constructor)) static void find(void)
{
    const char *name = getenv("BUDSTIKKE_CLOCK");
    int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *seen = mmap(NULL, sizeof *wrong_by, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (seen != MAP_FAILED)
        wrong_by = seen;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    const int64_t second = 1000000000;
    long failed = syscall(SYS_clock_gettime, clock, now);
    if (failed == 0 && wrong_by && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        int64_t ns = (int64_t)now->tv_sec * second + now->tv_nsec + *wrong_by;
        now->tv_sec = ns / second;
        now->tv_nsec = ns % second;
    }
    return (int)failed;
}

int gettimeofday(struct timeval *now, void *zone)
{
    (void)zone;
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *now)
{
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    if (now)
        *now = exact.tv_sec;
    return exact.tv_sec;
}
