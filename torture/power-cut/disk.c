/*
 * A disk that forgets, loaded before libc (LD_PRELOAD) by a database's processes.
 *
 * What it models. A write changes the kernel's cache, which is the file as everyone sees it. Only
 * fsync and fdatasync put it on the disk. For each regular file under DISK_FOLDER the journal
 * DISK_JOURNAL/<inode> holds, in their order, what a power cut needs: what was there before each
 * write, the size before each change of it, and each sync that failed. A sync that succeeds empties
 * it. `disk.ts` reads it after the cut and puts back what the disk would hold.
 *
 * DISK_JOURNAL/state is shared with the harness, which sets at which operation the power is cut:
 * that and every later one kills its process, before it does anything; and which sync fails with
 * EIO, once. As in Linux, the cache is then taken for clean, and no later sync writes it.
 *
 * What it leaves out. Names are kept at once, as a journalling file system keeps them before the
 * contents: a new or renamed file is there, with whatever contents were synced. Mapped memory is not
 * durable state of either database. What does not call libc, as Bun's own file functions, is not seen.
 * No real sync is made: the harness kills processes, not the kernel.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define SECTOR 512
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* All are 64 bits wide; `disk.ts` reads and writes them by their order. */
struct state {
  uint64_t operations, cut_at, syncs, fail_at;
};
/* `old` bytes that follow are what was at `offset`; beyond `size` there was nothing. */
struct entry {
  uint64_t kind, offset, old, size;
};
enum { WRITE = 1, SYNCED = 2, FAILED = 3 };

static struct state *state;
static const char *folder, *journals;

static void die(const char *what) {
  dprintf(2, "disk.c: %s: %s\n", what, strerror(errno));
  abort();
}

__attribute__((constructor)) static void begin(void) {
  if (!getenv("DISK_FOLDER") || !getenv("DISK_JOURNAL")) return;
  /* PostgreSQL writes its titles over the environment. */
  folder = strdup(getenv("DISK_FOLDER"));
  journals = strdup(getenv("DISK_JOURNAL"));
  char path[4096];
  snprintf(path, sizeof path, "%s/state", journals);
  int fd = open(path, O_RDWR | O_CLOEXEC);
  if (fd < 0) die(path);
  state = mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (state == MAP_FAILED) die("mmap");
  close(fd);
}

/* Whether `fd` is a file of the disk, and then its journal's path. */
static int is_ours(int fd, char *journal, size_t bytes) {
  struct stat at;
  if (!state || fstat(fd, &at) != 0 || !S_ISREG(at.st_mode)) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  size_t prefix = strlen(folder);
  if (length <= (ssize_t)prefix || memcmp(path, folder, prefix) != 0) return 0;
  path[length] = 0;
  if (at.st_nlink == 0 || strcmp(path + length - 4, "-shm") == 0) return 0;
  snprintf(journal, bytes, "%s/%lu", journals, (unsigned long)at.st_ino);
  return 1;
}

/* Each operation passes here before it is done. */
static void count(void) {
  uint64_t now = __atomic_add_fetch(&state->operations, 1, __ATOMIC_SEQ_CST);
  uint64_t cut = __atomic_load_n(&state->cut_at, __ATOMIC_SEQ_CST);
  while (cut != 0 && now >= cut) {
    kill(getpid(), SIGKILL);
    pause();
  }
}

/* Locked until it is closed: the operations of a file have one order. */
static int open_journal(const char *path, int create) {
  int fd = open(path, O_RDWR | O_APPEND | O_CLOEXEC | (create ? O_CREAT : 0), 0666);
  if (fd < 0 && !create && errno == ENOENT) return -1;
  if (fd < 0) die(path);
  while (flock(fd, LOCK_EX) != 0)
    if (errno != EINTR) die("flock");
  return fd;
}

static void append(int journal, const struct entry *entry, const char *old) {
  struct iovec parts[2] = {{(void *)entry, sizeof *entry}, {(void *)old, entry->old}};
  if (REAL(writev)(journal, parts, 2) != (ssize_t)(sizeof *entry + entry->old)) die("append");
}

/* Notes what is in `length` bytes from `offset` on, in whole sectors, before that is changed. */
static int before(int fd, off_t offset, size_t length) {
  char path[4096];
  if (!is_ours(fd, path, sizeof path)) return -1;
  int error = errno;
  count();
  int journal = open_journal(path, 1);
  struct stat at;
  if (fstat(fd, &at) != 0) die("fstat");
  uint64_t first = offset / SECTOR * SECTOR;
  uint64_t end = (offset + length + SECTOR - 1) / SECTOR * SECTOR;
  struct entry entry = {WRITE, first, end - first, at.st_size};
  char *old = calloc(1, entry.old + 1);
  /* The descriptor itself may be open for writing alone. */
  char again[64];
  snprintf(again, sizeof again, "/proc/self/fd/%d", fd);
  int reading = open(again, O_RDONLY | O_CLOEXEC);
  if (!old || reading < 0 || pread(reading, old, entry.old, first) < 0 || close(reading) != 0) die(again);
  append(journal, &entry, old);
  free(old);
  errno = error;
  return journal;
}

static void after(int journal) {
  int error = errno;
  if (journal >= 0) close(journal);
  errno = error;
}

/* A change of the size alone has no bytes, unless it cuts some off. */
static int before_resize(int fd, off_t size) {
  struct stat at;
  if (fstat(fd, &at) != 0) return -1;
  return before(fd, size, at.st_size > size ? at.st_size - size : 0);
}

static off_t place(int fd) {
  struct stat at;
  if (fcntl(fd, F_GETFL) & O_APPEND) return fstat(fd, &at) == 0 ? at.st_size : 0;
  return lseek(fd, 0, SEEK_CUR);
}

static size_t total(const struct iovec *parts, int count) {
  size_t bytes = 0;
  for (int at = 0; at < count; at++) bytes += parts[at].iov_len;
  return bytes;
}

#define DURING(journal, type, call) \
  int held = (journal);             \
  type result = (call);             \
  after(held);                      \
  return result

ssize_t pwrite(int fd, const void *data, size_t n, off_t at) {
  DURING(before(fd, at, n), ssize_t, REAL(pwrite)(fd, data, n, at));
}
ssize_t pwrite64(int fd, const void *data, size_t n, off_t at) { return pwrite(fd, data, n, at); }
ssize_t write(int fd, const void *data, size_t n) {
  DURING(state ? before(fd, place(fd), n) : -1, ssize_t, REAL(write)(fd, data, n));
}
ssize_t writev(int fd, const struct iovec *parts, int n) {
  DURING(state ? before(fd, place(fd), total(parts, n)) : -1, ssize_t, REAL(writev)(fd, parts, n));
}
ssize_t pwritev(int fd, const struct iovec *parts, int n, off_t at) {
  DURING(before(fd, at, total(parts, n)), ssize_t, REAL(pwritev)(fd, parts, n, at));
}
int ftruncate(int fd, off_t size) {
  DURING(before_resize(fd, size), int, REAL(ftruncate)(fd, size));
}
int ftruncate64(int fd, off_t size) { return ftruncate(fd, size); }
int posix_fallocate(int fd, off_t at, off_t n) {
  DURING(before_resize(fd, at + n), int, REAL(posix_fallocate)(fd, at, n));
}
int truncate(const char *path, off_t size) {
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  int result = ftruncate(fd, size);
  after(fd);
  return result;
}

/* Whether a sync of the file failed, now or before: from then on its journal is not emptied. */
static int has_failed(const char *journal, int now) {
  char mark[4200];
  snprintf(mark, sizeof mark, "%s.failed", journal);
  int fd = open(mark, O_RDONLY | O_CLOEXEC | (now ? O_CREAT : 0), 0666);
  return fd >= 0 && close(fd) == 0;
}

static int synchronise(int fd) {
  char path[4096];
  struct stat at;
  if (!is_ours(fd, path, sizeof path)) return 0;
  count();
  int journal = open_journal(path, 0);
  if (journal < 0) return 0;
  int fails = 0;
  if (fstat(journal, &at) == 0 && at.st_size > 0) {
    uint64_t now = __atomic_add_fetch(&state->syncs, 1, __ATOMIC_SEQ_CST);
    fails = now == __atomic_load_n(&state->fail_at, __ATOMIC_SEQ_CST);
    struct entry mark = {fails ? FAILED : SYNCED, 0, 0, 0};
    if (has_failed(path, fails)) append(journal, &mark, "");
    else if (REAL(ftruncate)(journal, 0) != 0) die("ftruncate");
  }
  close(journal);
  if (!fails) return 0;
  errno = EIO;
  return -1;
}

int fsync(int fd) { return synchronise(fd); }
int fdatasync(int fd) { return synchronise(fd); }
/* Only begins to write: promises nothing. */
int sync_file_range(int fd, off64_t at, off64_t n, unsigned flags) {
  (void)fd, (void)at, (void)n, (void)flags;
  return 0;
}

/* Before the last name of a file goes: another file may be given its inode. */
static void forget(const char *name) {
  struct stat at, root;
  char path[4200];
  if (!state || lstat(name, &at) != 0 || !S_ISREG(at.st_mode) || at.st_nlink > 1) return;
  if (stat(folder, &root) != 0 || root.st_dev != at.st_dev) return;
  count();
  snprintf(path, sizeof path, "%s/%lu", journals, (unsigned long)at.st_ino);
  REAL(unlink)(path);
  strcat(path, ".failed");
  REAL(unlink)(path);
}

int unlink(const char *name) {
  forget(name);
  return REAL(unlink)(name);
}
int rename(const char *from, const char *to) {
  forget(to);
  return REAL(rename)(from, to);
}
