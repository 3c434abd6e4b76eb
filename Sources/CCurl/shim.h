#ifndef KEYSTILE_CCURL_SHIM_H
#define KEYSTILE_CCURL_SHIM_H

#include <curl/curl.h>
#include <unistd.h>

// Swift imports neither variadic functions nor function-like macros: one shim a type of argument.

static inline CURLcode ks_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ks_curl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ks_curl_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ks_curl_set_pointer(CURL *easy, CURLoption option, const void *value) {
  return curl_easy_setopt(easy, option, value);
}

typedef size_t (*ks_curl_data_callback)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode ks_curl_set_callback(CURL *easy, CURLoption option,
                                            ks_curl_data_callback callback) {
  return curl_easy_setopt(easy, option, callback);
}

typedef int (*ks_curl_seek_callback)(void *context, curl_off_t offset, int origin);

static inline CURLcode ks_curl_set_seek_callback(CURL *easy, ks_curl_seek_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, callback);
}

typedef int (*ks_curl_prerequest_callback)(void *context, char *peer, char *own, int peer_port,
                                           int own_port);

static inline CURLcode ks_curl_set_prerequest_callback(CURL *easy,
                                                       ks_curl_prerequest_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}

typedef int (*ks_curl_close_callback)(void *context, curl_socket_t socket);

static inline CURLcode ks_curl_set_close_callback(CURL *easy, ks_curl_close_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, callback);
}

typedef int (*ks_curl_open_callback)(void *context, curl_socket_t socket, curlsocktype purpose);

static inline CURLcode ks_curl_set_open_callback(CURL *easy, ks_curl_open_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, callback);
}

static inline void *ks_curl_private(CURL *easy) {
  char *context = NULL;
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, &context);
  return context;
}

static inline CURLMcode ks_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode ks_curl_multi_set_pointer(CURLM *multi, CURLMoption option,
                                                  const void *value) {
  return curl_multi_setopt(multi, option, value);
}

typedef int (*ks_curl_socket_callback)(CURL *easy, curl_socket_t socket, int what, void *context,
                                       void *socket_context);

static inline CURLMcode ks_curl_multi_set_socket_callback(CURLM *multi,
                                                          ks_curl_socket_callback callback) {
  return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, callback);
}

typedef int (*ks_curl_timer_callback)(CURLM *multi, long milliseconds, void *context);

static inline CURLMcode ks_curl_multi_set_timer_callback(CURLM *multi,
                                                         ks_curl_timer_callback callback) {
  return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, callback);
}

/// Closes a socket; `close` itself has too many meanings in Swift's scope.
static inline int ks_close(curl_socket_t socket) { return close(socket); }

/// The next finished transfer and its result, or NULL when there is none left.
static inline CURL *ks_curl_multi_next_done(CURLM *multi, CURLcode *result) {
  int left = 0;
  CURLMsg *message;
  while ((message = curl_multi_info_read(multi, &left)) != NULL) {
    if (message->msg == CURLMSG_DONE) {
      *result = message->data.result;
      return message->easy_handle;
    }
  }
  return NULL;
}

#endif
