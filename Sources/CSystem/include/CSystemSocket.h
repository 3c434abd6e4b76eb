#ifndef KEYSTILE_CSYSTEM_SOCKET_H
#define KEYSTILE_CSYSTEM_SOCKET_H

#include <stddef.h>
#include <stdint.h>

/// The address of a TCP peer: an IPv4 address fills the first 4 bytes, IPv6 all 16.
typedef struct {
  uint8_t bytes[16];
  uint16_t port;
  uint8_t is_ipv6;
} ks_peer_address;

/// A listening, non-blocking, close-on-exec TCP socket on a numeric IPv4 or IPv6 address, or
/// -errno (EINVAL: not a numeric address). `port` 0 takes a free one; the port taken is stored.
/// TCP_NODELAY is set here: accepted sockets inherit it and need no call of their own.
int ks_tcp_listen(const char *address, uint16_t *port, int shares_port, int backlog);

/// The next waiting connection as a non-blocking, close-on-exec socket, or -errno.
int ks_tcp_accept(int listener, ks_peer_address *peer);

/// A connected socket that blocks, or -errno.
int ks_tcp_connect(const char *address, uint16_t port);

/// Bytes read (0: end of stream), or -errno. Retries EINTR.
ptrdiff_t ks_socket_receive(int fd, void *bytes, size_t count);

/// Bytes sent from `head` and then `body`, or -errno. Retries EINTR, never raises SIGPIPE.
ptrdiff_t ks_socket_send(int fd, const void *head, size_t head_count, const void *body,
                         size_t body_count);

/// Bytes that the kernel holds and the peer has not acknowledged, or -errno.
int ks_socket_unacknowledged(int fd);

/// Sends the end of the stream and keeps the reading side open; 0 or -errno.
int ks_socket_end_writing(int fd);

/// Makes `close` reset the connection in place of ending it in order; 0 or -errno.
int ks_socket_reset_on_close(int fd);

/// Bounds how long a blocking receive or send may take; 0 or -errno.
int ks_socket_set_timeout(int fd, int milliseconds);

/// Bounds the kernel's receive buffer; 0 or -errno. Before `connect` it also bounds the window.
int ks_socket_set_receive_buffer(int fd, int bytes);

#endif
