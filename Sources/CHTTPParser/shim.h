#ifndef KEYSTILE_CHTTPPARSER_SHIM_H
#define KEYSTILE_CHTTPPARSER_SHIM_H

#include <http_parser.h>
#include <stdint.h>
#include <string.h>

/// One header field as byte ranges of the buffer that was parsed.
typedef struct {
  uint16_t name;
  uint16_t name_length;
  uint16_t value;
  uint16_t value_length;
} ks_header_field;

/// What the parser found in the head of one request.
///
/// The callbacks are here and not in Swift: they only note offsets, and so the parser runs through
/// a head without leaving C.
typedef struct {
  http_parser parser;
  const char *base;
  ks_header_field *fields;
  uint32_t field_count;
  uint32_t field_capacity;
  uint32_t is_complete;
} ks_request_head;

static inline int ks_on_header_field(http_parser *parser, const char *at, size_t length) {
  ks_request_head *head = (ks_request_head *)parser->data;
  if (head->field_count == head->field_capacity) return 1;
  ks_header_field *field = &head->fields[head->field_count++];
  field->name = (uint16_t)(at - head->base);
  field->name_length = (uint16_t)length;
  field->value = field->name;
  field->value_length = 0;
  return 0;
}

static inline int ks_on_header_value(http_parser *parser, const char *at, size_t length) {
  ks_request_head *head = (ks_request_head *)parser->data;
  if (head->field_count == 0) return 1;
  // The parser strips the blanks before a value; those behind it are no part of it either.
  while (length > 0 && (at[length - 1] == ' ' || at[length - 1] == '\t')) length--;
  ks_header_field *field = &head->fields[head->field_count - 1];
  field->value = (uint16_t)(at - head->base);
  field->value_length = (uint16_t)length;
  return 0;
}

static inline int ks_on_headers_complete(http_parser *parser) {
  ((ks_request_head *)parser->data)->is_complete = 1;
  return 1;  // The body is not the parser's: it is decoded under stricter rules.
}

/// Parses a whole head: request line to empty line, `length` at most 65,535 bytes.
///
/// 0, or the parser's error number. `fields` must have room for every header line; ranges are
/// offsets from `base`.
static inline int ks_parse_request_head(ks_request_head *head, const char *base, size_t length) {
  static const http_parser_settings settings = {
      .on_header_field = ks_on_header_field,
      .on_header_value = ks_on_header_value,
      .on_headers_complete = ks_on_headers_complete,
  };
  http_parser_init(&head->parser, HTTP_REQUEST);
  head->parser.data = head;
  head->base = base;
  head->field_count = 0;
  head->is_complete = 0;
  size_t parsed = http_parser_execute(&head->parser, &settings, base, length);
  if (head->parser.http_errno != HPE_OK) return (int)head->parser.http_errno;
  return head->is_complete && parsed == length ? 0 : (int)HPE_UNKNOWN;
}

static inline int ks_request_method(const ks_request_head *head) {
  return (int)head->parser.method;
}

static inline int ks_request_keeps_alive(const ks_request_head *head) {
  return http_should_keep_alive(&head->parser);
}

/// The announced length, or UINT64_MAX if there is no Content-Length.
static inline uint64_t ks_request_content_length(const ks_request_head *head) {
  return (head->parser.flags & F_CONTENTLENGTH) ? head->parser.content_length : UINT64_MAX;
}

#endif
