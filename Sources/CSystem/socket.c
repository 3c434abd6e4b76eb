#define _GNU_SOURCE
#include "CSystemSocket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

static socklen_t parse(const char *text, uint16_t port, struct sockaddr_storage *address) {
  memset(address, 0, sizeof *address);
  struct sockaddr_in *v4 = (struct sockaddr_in *)address;
  if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
    v4->sin_family = AF_INET;
    v4->sin_port = htons(port);
    return sizeof *v4;
  }
  struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)address;
  if (inet_pton(AF_INET6, text, &v6->sin6_addr) == 1) {
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
    return sizeof *v6;
  }
  return 0;
}

static int set_option(int fd, int level, int name, int value) {
  return setsockopt(fd, level, name, &value, sizeof value) < 0 ? -errno : 0;
}

static int prepare_listener(int fd, const struct sockaddr_storage *address, socklen_t length,
                            int shares_port, int backlog) {
  int result = set_option(fd, SOL_SOCKET, SO_REUSEADDR, 1);
  if (result == 0 && shares_port) result = set_option(fd, SOL_SOCKET, SO_REUSEPORT, 1);
  if (result == 0 && address->ss_family == AF_INET6)
    result = set_option(fd, IPPROTO_IPV6, IPV6_V6ONLY, 1);
  if (result == 0) result = set_option(fd, IPPROTO_TCP, TCP_NODELAY, 1);
  if (result == 0 && bind(fd, (const struct sockaddr *)address, length) < 0) result = -errno;
  if (result == 0 && listen(fd, backlog) < 0) result = -errno;
  return result;
}

static uint16_t port_of(const struct sockaddr_storage *address) {
  return address->ss_family == AF_INET6 ? ntohs(((struct sockaddr_in6 *)address)->sin6_port)
                                        : ntohs(((struct sockaddr_in *)address)->sin_port);
}

int ks_tcp_listen(const char *text, uint16_t *port, int shares_port, int backlog) {
  struct sockaddr_storage address;
  socklen_t length = parse(text, *port, &address);
  if (length == 0) return -EINVAL;
  int fd = socket(address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return -errno;
  int result = prepare_listener(fd, &address, length, shares_port, backlog);
  if (result == 0 && getsockname(fd, (struct sockaddr *)&address, &length) < 0) result = -errno;
  if (result < 0) {
    close(fd);
    return result;
  }
  *port = port_of(&address);
  return fd;
}

int ks_tcp_accept(int listener, ks_peer_address *peer) {
  struct sockaddr_storage address;
  socklen_t length = sizeof address;
  int fd = accept4(listener, (struct sockaddr *)&address, &length, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (fd < 0) return -errno;
  memset(peer, 0, sizeof *peer);
  peer->port = port_of(&address);
  peer->is_ipv6 = address.ss_family == AF_INET6;
  if (peer->is_ipv6)
    memcpy(peer->bytes, &((struct sockaddr_in6 *)&address)->sin6_addr, 16);
  else
    memcpy(peer->bytes, &((struct sockaddr_in *)&address)->sin_addr, 4);
  return fd;
}

int ks_tcp_connect(const char *text, uint16_t port) {
  struct sockaddr_storage address;
  socklen_t length = parse(text, port, &address);
  if (length == 0) return -EINVAL;
  int fd = socket(address.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  if (connect(fd, (struct sockaddr *)&address, length) < 0) {
    int error = errno;
    close(fd);
    return -error;
  }
  set_option(fd, IPPROTO_TCP, TCP_NODELAY, 1);
  return fd;
}

ptrdiff_t ks_socket_receive(int fd, void *bytes, size_t count) {
  while (1) {
    ssize_t result = recv(fd, bytes, count, 0);
    if (result >= 0) return result;
    if (errno != EINTR) return -errno;
  }
}

ptrdiff_t ks_socket_send(int fd, const void *head, size_t head_count, const void *body,
                         size_t body_count) {
  struct iovec pieces[2] = {{.iov_base = (void *)head, .iov_len = head_count},
                            {.iov_base = (void *)body, .iov_len = body_count}};
  struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
  while (1) {
    ssize_t result = body_count == 0 ? send(fd, head, head_count, MSG_NOSIGNAL)
                                     : sendmsg(fd, &message, MSG_NOSIGNAL);
    if (result >= 0) return result;
    if (errno != EINTR) return -errno;
  }
}

int ks_socket_unacknowledged(int fd) {
  int count = 0;
  return ioctl(fd, SIOCOUTQ, &count) < 0 ? -errno : count;
}

int ks_socket_end_writing(int fd) { return shutdown(fd, SHUT_WR) < 0 ? -errno : 0; }

int ks_socket_reset_on_close(int fd) {
  struct linger linger = {.l_onoff = 1, .l_linger = 0};
  return setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger) < 0 ? -errno : 0;
}

int ks_socket_set_timeout(int fd, int milliseconds) {
  struct timeval time = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000};
  if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time) < 0) return -errno;
  return setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time) < 0 ? -errno : 0;
}

int ks_socket_set_receive_buffer(int fd, int bytes) {
  return set_option(fd, SOL_SOCKET, SO_RCVBUF, bytes);
}
