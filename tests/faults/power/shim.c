/*
 * A recorder between a program and its disk (LD_PRELOAD). Everything that changes files under one folder is done by the
 * real function and written to a log, in the order in which it happened; a plan may make single calls fail or end the
 * process in the middle of one. What was acknowledged is a write to the marks file and stands in the same log.
 *
 *   FAULTS_FOLDER  the folder that is watched, absolute, without symbolic links
 *   FAULTS_MARKS   file of the acknowledgements, outside the folder
 *   FAULTS_LOG     where the log goes; left out: nothing is recorded
 *   FAULTS_PLAN    what goes wrong: `class:first:count:action`, separated by commas. class: write, sync, open (for
 *                  writing), any; first: from 1, counted since the mark that begins with "arm"; count: 0 is for ever;
 *                  action: an errno, or "kill"
 *
 * A record: type (1 byte), 7 bytes of nothing, then little-endian 64-bit: inode, offset, result, length of path, length
 * of data; then path and data. The shared-memory file of SQLite is left out: after a restart it is made anew.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096
#define MOST_PLANS 8
#define KILL (-1)

enum class { CLASS_WRITE, CLASS_SYNC, CLASS_OPEN, CLASS_ANY, CLASSES };
static const char *const CLASS_NAMES[CLASSES] = {"write", "sync", "open", "any"};

struct plan {
  enum class of;
  long first;
  long count;
  int action;
};

static struct file {
  char *path; /* null: not watched */
  dev_t device;
  ino_t inode;
  int is_folder;
  int is_marks;
  int appends;
} files[MOST_FILES];

static char folder[PATH_MAX];
static size_t folder_length;
static char marks[PATH_MAX];
static int log_to = -1;
static struct plan plans[MOST_PLANS];
static int plan_count;
static int armed;
static long counted[CLASSES];
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) (*(__typeof__(name) **)real(&real_##name, #name))
static void *real_open, *real_openat, *real_close, *real_write, *real_writev, *real_pwrite, *real_pwritev;
static void *real_ftruncate, *real_fsync, *real_fdatasync, *real_unlinkat, *real_renameat, *real_linkat;
static void *real_mkdirat, *real_copy_file_range, *real_sendfile;

static void *real(void **slot, const char *name) {
  if (*slot == NULL) *slot = dlsym(RTLD_NEXT, name);
  return slot;
}

__attribute__((constructor)) static void begin(void) {
  const char *value = getenv("FAULTS_FOLDER");
  if (value == NULL) return;
  snprintf(folder, sizeof folder, "%s", value);
  folder_length = strlen(folder);
  value = getenv("FAULTS_MARKS");
  if (value != NULL) snprintf(marks, sizeof marks, "%s", value);
  value = getenv("FAULTS_LOG");
  if (value != NULL) {
    int file = (int)syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    log_to = fcntl(file, F_DUPFD_CLOEXEC, 900);
    syscall(SYS_close, file);
  }
  value = getenv("FAULTS_PLAN");
  while (value != NULL && *value != '\0' && plan_count < MOST_PLANS) {
    char name[16], action[16];
    struct plan *plan = &plans[plan_count];
    if (sscanf(value, "%15[a-z]:%ld:%ld:%15[a-z0-9]", name, &plan->first, &plan->count, action) != 4) abort();
    plan->of = CLASSES;
    for (int index = 0; index < CLASSES; index += 1)
      if (strcmp(name, CLASS_NAMES[index]) == 0) plan->of = (enum class)index;
    if (plan->of == CLASSES) abort();
    plan->action = strcmp(action, "kill") == 0 ? KILL : atoi(action);
    plan_count += 1;
    value = strchr(value, ',');
    if (value != NULL) value += 1;
  }
}

static int watched(const char *path) {
  if (folder_length == 0 || strncmp(path, folder, folder_length) != 0) return 0;
  if (path[folder_length] != '/' && path[folder_length] != '\0') return 0;
  size_t length = strlen(path);
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

/* The absolute path of what was asked for; empty when it hangs on a folder handle, which nothing here uses. */
static void absolute(int at, const char *path, char *out) {
  out[0] = '\0';
  if (path[0] == '/') {
    snprintf(out, PATH_MAX, "%s", path);
  } else if (at == AT_FDCWD) {
    char here[PATH_MAX];
    if (getcwd(here, sizeof here) != NULL && strlen(here) + strlen(path) + 2 < PATH_MAX) {
      strcpy(out, here);
      strcat(out, "/");
      strcat(out, path);
    }
  }
}

static void put(const void *bytes, size_t length) {
  const char *from = bytes;
  while (length > 0) {
    long done = syscall(SYS_write, log_to, from, length);
    if (done < 0) {
      if (errno == EINTR) continue;
      abort();
    }
    from += done;
    length -= (size_t)done;
  }
}

static void note(char type, ino_t inode, int64_t offset, int64_t result, const char *path, const void *data,
                 size_t length) {
  if (log_to < 0) return;
  char head[48] = {0};
  size_t path_length = path == NULL ? 0 : strlen(path);
  uint64_t words[5] = {(uint64_t)inode, (uint64_t)offset, (uint64_t)result, path_length, length};
  head[0] = type;
  memcpy(head + 8, words, sizeof words);
  put(head, sizeof head);
  if (path_length > 0) put(path, path_length);
  if (length > 0) put(data, length);
}

/* What the plan says about the next call of a class: 0, an errno, or KILL. */
static int planned(enum class of) {
  if (!armed) return 0;
  counted[of] += 1;
  counted[CLASS_ANY] += 1;
  for (int index = 0; index < plan_count; index += 1) {
    const struct plan *plan = &plans[index];
    if (plan->of != of && plan->of != CLASS_ANY) continue;
    long now = counted[plan->of];
    if (now >= plan->first && (plan->count == 0 || now < plan->first + plan->count)) return plan->action;
  }
  return 0;
}

static void end_here(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

/* libuv closes past the C library, so that a number may stand for another file or a socket by now. */
static struct file *file_of(int number) {
  if (number < 0 || number >= MOST_FILES || files[number].path == NULL) return NULL;
  struct stat now;
  if (fstat(number, &now) != 0) return NULL;
  return now.st_dev == files[number].device && now.st_ino == files[number].inode ? &files[number] : NULL;
}

static void forget(int number) {
  if (number < 0 || number >= MOST_FILES || files[number].path == NULL) return;
  free(files[number].path);
  memset(&files[number], 0, sizeof files[number]);
}

static int opened(int at, const char *asked, int flags, mode_t mode, int use_openat) {
  char path[PATH_MAX];
  absolute(at, asked, path);
  int is_marks = marks[0] != '\0' && strcmp(path, marks) == 0;
  if (!is_marks && !watched(path))
    return use_openat ? REAL(openat)(at, asked, flags, mode) : REAL(open)(asked, flags, mode);
  pthread_mutex_lock(&order);
  int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
  int fault = writes && !is_marks ? planned(CLASS_OPEN) : 0;
  if (fault == KILL) end_here();
  if (fault != 0) {
    pthread_mutex_unlock(&order);
    errno = fault;
    return -1;
  }
  struct stat before;
  int existed = stat(path, &before) == 0;
  int number = use_openat ? REAL(openat)(at, asked, flags, mode) : REAL(open)(asked, flags, mode);
  int saved = errno;
  struct stat now;
  if (number >= 0 && number < MOST_FILES && fstat(number, &now) == 0) {
    forget(number);
    struct file *file = &files[number];
    file->path = strdup(path);
    file->device = now.st_dev;
    file->inode = now.st_ino;
    file->is_folder = S_ISDIR(now.st_mode);
    file->is_marks = is_marks;
    file->appends = (flags & O_APPEND) != 0;
    if (!is_marks && !file->is_folder) {
      note(existed ? 'O' : 'C', now.st_ino, 0, 0, path, NULL, 0);
      if (existed && (flags & O_TRUNC) != 0) note('T', now.st_ino, 0, 0, NULL, NULL, 0);
    }
  } else if (number >= MOST_FILES) {
    abort();
  }
  pthread_mutex_unlock(&order);
  errno = saved;
  return number;
}

#define MODE_OF(flags)                        \
  mode_t mode = 0;                            \
  if (((flags) & (O_CREAT | O_TMPFILE)) != 0) { \
    va_list list;                             \
    va_start(list, flags);                    \
    mode = va_arg(list, mode_t);              \
    va_end(list);                             \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(AT_FDCWD, path, flags, mode, 0);
}
int open64(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(AT_FDCWD, path, flags | O_LARGEFILE, mode, 0);
}
int openat(int at, const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(at, path, flags, mode, 1);
}
int openat64(int at, const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(at, path, flags | O_LARGEFILE, mode, 1);
}

int close(int number) {
  pthread_mutex_lock(&order);
  forget(number);
  pthread_mutex_unlock(&order);
  return REAL(close)(number);
}

/* A mark: what was acknowledged. "arm" begins the counting of the plan, "disarm" ends it. */
static ssize_t marked(int number, const void *bytes, size_t length) {
  if (length >= 3 && memcmp(bytes, "arm", 3) == 0) {
    armed = 1;
    memset(counted, 0, sizeof counted);
  }
  if (length >= 6 && memcmp(bytes, "disarm", 6) == 0) armed = 0;
  ssize_t done = REAL(write)(number, bytes, length);
  if (done > 0) note('M', 0, 0, 0, NULL, bytes, (size_t)done);
  return done;
}

static ssize_t written(int number, const void *bytes, size_t length, off_t offset, int positioned) {
  struct file *file = file_of(number);
  if (file == NULL)
    return positioned ? REAL(pwrite)(number, bytes, length, offset) : REAL(write)(number, bytes, length);
  pthread_mutex_lock(&order);
  if (file->is_marks) {
    ssize_t marks_done = marked(number, bytes, length);
    int marks_errno = errno;
    pthread_mutex_unlock(&order);
    errno = marks_errno;
    return marks_done;
  }
  if (!positioned) {
    struct stat now;
    offset = file->appends && fstat(number, &now) == 0 ? now.st_size : lseek(number, 0, SEEK_CUR);
  }
  int fault = planned(CLASS_WRITE);
  size_t asked = length;
  /* A full disk takes what still fits, and a process dies in the middle of a long write, too. */
  if (fault != 0) asked = (length / 2) & ~(size_t)511;
  ssize_t done = 0;
  if (fault == 0 || asked > 0)
    done = positioned ? REAL(pwrite)(number, bytes, asked, offset) : REAL(write)(number, bytes, asked);
  int saved = errno;
  if (done > 0) note('W', file->inode, offset, done, NULL, bytes, (size_t)done);
  if (fault == KILL) end_here();
  pthread_mutex_unlock(&order);
  if (fault != 0) {
    if (fault == ENOSPC && done > 0) return done;
    errno = fault;
    return -1;
  }
  errno = saved;
  return done;
}

ssize_t write(int number, const void *bytes, size_t length) { return written(number, bytes, length, 0, 0); }
ssize_t pwrite(int number, const void *bytes, size_t length, off_t offset) {
  return written(number, bytes, length, offset, 1);
}
ssize_t pwrite64(int number, const void *bytes, size_t length, off64_t offset) {
  return written(number, bytes, length, offset, 1);
}

static ssize_t gathered(int number, const struct iovec *parts, int count, off_t offset, int positioned) {
  ssize_t total = 0;
  for (int index = 0; index < count; index += 1) {
    ssize_t done = written(number, parts[index].iov_base, parts[index].iov_len, offset + total, positioned);
    if (done < 0) return total > 0 ? total : done;
    total += done;
    if ((size_t)done < parts[index].iov_len) break;
  }
  return total;
}

ssize_t writev(int number, const struct iovec *parts, int count) {
  if (file_of(number) == NULL) return REAL(writev)(number, parts, count);
  return gathered(number, parts, count, 0, 0);
}
ssize_t pwritev(int number, const struct iovec *parts, int count, off_t offset) {
  if (file_of(number) == NULL) return REAL(pwritev)(number, parts, count, offset);
  return gathered(number, parts, count, offset, 1);
}
ssize_t pwritev64(int number, const struct iovec *parts, int count, off64_t offset) {
  return pwritev(number, parts, count, offset);
}

static int cut_to(int number, off_t length) {
  struct file *file = file_of(number);
  if (file == NULL || file->is_marks) return REAL(ftruncate)(number, length);
  pthread_mutex_lock(&order);
  int fault = planned(CLASS_WRITE);
  if (fault == KILL) end_here();
  int answer = -1;
  int saved = fault;
  if (fault == 0) {
    answer = REAL(ftruncate)(number, length);
    saved = errno;
    if (answer == 0) note('T', file->inode, length, 0, NULL, NULL, 0);
  }
  pthread_mutex_unlock(&order);
  errno = saved;
  return answer;
}
int ftruncate(int number, off_t length) { return cut_to(number, length); }
int ftruncate64(int number, off64_t length) { return cut_to(number, length); }

int truncate(const char *path, off_t length) {
  int number = open(path, O_WRONLY);
  if (number < 0) return -1;
  int answer = ftruncate(number, length);
  int saved = errno;
  close(number);
  errno = saved;
  return answer;
}
int truncate64(const char *path, off64_t length) { return truncate(path, length); }

static int synced(int number, int only_data) {
  struct file *file = file_of(number);
  if (file == NULL || file->is_marks) return only_data ? REAL(fdatasync)(number) : REAL(fsync)(number);
  pthread_mutex_lock(&order);
  int fault = planned(CLASS_SYNC);
  if (fault == KILL) end_here();
  /* Nobody waits for the real disk: what counts here is the order, and the rebuilder decides what was durable. */
  note(file->is_folder ? 'F' : 'S', file->inode, 0, fault, file->path, NULL, 0);
  pthread_mutex_unlock(&order);
  if (fault != 0) {
    errno = fault;
    return -1;
  }
  return 0;
}
int fsync(int number) { return synced(number, 0); }
int fdatasync(int number) { return synced(number, 1); }

/* Names change through one function each; the numbered forms of the same call end up here. */
static int named(char type, int at, const char *asked, int to_at, const char *to, unsigned flags) {
  char path[PATH_MAX], second[PATH_MAX] = "";
  absolute(at, asked, path);
  if (to != NULL) absolute(to_at, to, second);
  int in = watched(path) || (to != NULL && watched(second));
  if (in) pthread_mutex_lock(&order);
  int fault = in ? planned(CLASS_OPEN) : 0;
  if (fault == KILL) end_here();
  int answer = -1;
  int saved = fault;
  if (fault == 0) {
    switch (type) {
      case 'U': answer = REAL(unlinkat)(at, asked, (int)flags); break;
      case 'R': answer = REAL(renameat)(at, asked, to_at, to); break;
      case 'L': answer = REAL(linkat)(at, asked, to_at, to, (int)flags); break;
      default: answer = REAL(mkdirat)(at, asked, (mode_t)flags); break;
    }
    saved = errno;
    if (in && answer == 0) note(type, 0, 0, 0, path, second, strlen(second));
  }
  if (in) pthread_mutex_unlock(&order);
  errno = saved;
  return answer;
}

int unlink(const char *path) { return named('U', AT_FDCWD, path, 0, NULL, 0); }
int unlinkat(int at, const char *path, int flags) { return named('U', at, path, 0, NULL, (unsigned)flags); }
int rmdir(const char *path) { return named('U', AT_FDCWD, path, 0, NULL, AT_REMOVEDIR); }
int remove(const char *path) {
  struct stat now;
  return lstat(path, &now) == 0 && S_ISDIR(now.st_mode) ? rmdir(path) : unlink(path);
}
int rename(const char *from, const char *to) { return named('R', AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int at, const char *from, int to_at, const char *to) { return named('R', at, from, to_at, to, 0); }
int link(const char *from, const char *to) { return named('L', AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int at, const char *from, int to_at, const char *to, int flags) {
  return named('L', at, from, to_at, to, (unsigned)flags);
}
int mkdir(const char *path, mode_t mode) { return named('D', AT_FDCWD, path, 0, NULL, (unsigned)mode); }
int mkdirat(int at, const char *path, mode_t mode) { return named('D', at, path, 0, NULL, (unsigned)mode); }

/* Ways around the recorder: callers fall back to plain writes. */
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
  if (file_of(to) == NULL) return REAL(copy_file_range)(from, from_at, to, to_at, length, flags);
  errno = ENOSYS;
  return -1;
}
ssize_t sendfile(int to, int from, off_t *at, size_t length) {
  if (file_of(to) == NULL) return REAL(sendfile)(to, from, at, length);
  errno = EINVAL;
  return -1;
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) { return sendfile(to, from, at, length); }
