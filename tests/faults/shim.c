/* Faults below the interpreter, for one process: loaded before libc, told by a file what to do.
 *
 * Built and driven by levers.py, which holds the same structure. Nothing is done until the process
 * calls gridbee_faults(file, folder), nor to files outside that folder or to standard output. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct levers {
    double wall;      /* seconds by which the wall clock is ahead */
    double asleep;    /* seconds by which the other clocks are ahead */
    int32_t full;     /* no room for another byte: ENOSPC */
    int32_t readonly; /* EROFS */
    int32_t nofiles;  /* ENFILE */
    int32_t sync_ms;  /* how long a sync takes */
};

static struct levers *levers;
static const char *folder;
static struct levers none;

#define REAL(name)                                                                                \
    ({                                                                                            \
        static __typeof__(name) *real;                                                            \
        if (!real)                                                                                \
            real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name);                                   \
        real;                                                                                     \
    })

void gridbee_faults(const char *path, const char *below)
{
    folder = strdup(below);
    levers = &none;
    int fd = open(path, O_RDONLY);
    if (fd < 0)
        return;
    void *found = mmap(NULL, sizeof none, PROT_READ, MAP_SHARED, fd, 0);
    if (found != MAP_FAILED)
        levers = found;
    close(fd);
}

static int ours(const char *path) { return folder && strstr(path, folder) == path; }

static int our_file(int fd)
{
    char link[64], path[PATH_MAX];
    if (fd < 3 || !levers || !(levers->full || levers->readonly || levers->sync_ms))
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0)
        return 0;
    path[size] = 0;
    return ours(path);
}

static int refused(int why)
{
    errno = why;
    return -1;
}

/* --- what is written --- */

#define REFUSE_WRITE(fd)                                                                          \
    if (our_file(fd) && (levers->full || levers->readonly))                                       \
    return refused(levers->full ? ENOSPC : EROFS)

ssize_t write(int fd, const void *data, size_t size)
{
    REFUSE_WRITE(fd);
    return REAL(write)(fd, data, size);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at)
{
    REFUSE_WRITE(fd);
    return REAL(pwrite)(fd, data, size, at);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at)
{
    REFUSE_WRITE(fd);
    return REAL(pwrite64)(fd, data, size, at);
}

static void late(int fd)
{
    if (levers && levers->sync_ms && our_file(fd))
        usleep(levers->sync_ms * 1000);
}

int fsync(int fd)
{
    late(fd);
    return REAL(fsync)(fd);
}

int fdatasync(int fd)
{
    late(fd);
    return REAL(fdatasync)(fd);
}

/* --- what is opened and made --- */

static int refuses(const char *path, int flags)
{
    if (!levers)
        return 0;
    if (levers->nofiles && strncmp(path, "/proc", 5))
        return ENFILE;
    if (!ours(path))
        return 0;
    if (levers->readonly && (flags & (O_WRONLY | O_RDWR | O_CREAT)))
        return EROFS;
    return levers->full && (flags & O_CREAT) && access(path, F_OK) ? ENOSPC : 0;
}

#define OPENS(name, before, path, with)                                                           \
    int why = refuses(path, flags);                                                               \
    mode_t mode = 0;                                                                              \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                          \
        va_list rest;                                                                             \
        va_start(rest, flags);                                                                    \
        mode = va_arg(rest, mode_t);                                                              \
        va_end(rest);                                                                             \
    }                                                                                             \
    return why ? refused(why) : REAL(name) with

int open(const char *path, int flags, ...) { OPENS(open, , path, (path, flags, mode)); }
int open64(const char *path, int flags, ...) { OPENS(open64, , path, (path, flags, mode)); }
int openat(int at, const char *path, int flags, ...)
{
    OPENS(openat, at, path, (at, path, flags, mode));
}
int openat64(int at, const char *path, int flags, ...)
{
    OPENS(openat64, at, path, (at, path, flags, mode));
}

int mkdir(const char *path, mode_t mode)
{
    int why = refuses(path, O_CREAT);
    return why ? refused(why) : REAL(mkdir)(path, mode);
}

int socket(int domain, int type, int protocol)
{
    return levers && levers->nofiles ? refused(ENFILE) : REAL(socket)(domain, type, protocol);
}

int accept4(int fd, struct sockaddr *address, socklen_t *size, int flags)
{
    return levers && levers->nofiles ? refused(ENFILE) : REAL(accept4)(fd, address, size, flags);
}

/* --- what time it is --- */

int clock_gettime(clockid_t which, struct timespec *at)
{
    int done = REAL(clock_gettime)(which, at);
    if (!levers || done)
        return done;
    int wall = which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE;
    int other = which == CLOCK_MONOTONIC || which == CLOCK_MONOTONIC_COARSE ||
                which == CLOCK_MONOTONIC_RAW || which == CLOCK_BOOTTIME;
    at->tv_sec += (time_t)(wall ? levers->wall : other ? levers->asleep : 0);
    return done;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone)
{
    int done = REAL(gettimeofday)(at, zone);
    if (levers && !done)
        at->tv_sec += (time_t)levers->wall;
    return done;
}

time_t time(time_t *at)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at)
        *at = now.tv_sec;
    return now.tv_sec;
}
