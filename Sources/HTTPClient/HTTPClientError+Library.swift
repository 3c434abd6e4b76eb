import CCurl

extension HTTPClientError {
  /// What the library's result means; nil when it means success.
  init?(_ result: CURLcode) {
    guard result != CURLE_OK else { return nil }
    let code: Code
    switch result {
    case CURLE_OPERATION_TIMEDOUT: code = .timeout
    case CURLE_URL_MALFORMAT: code = .invalidRequest
    case CURLE_COULDNT_RESOLVE_HOST: code = .unknownHost
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      code = .tls
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_WRITE_ERROR,
      CURLE_BAD_CONTENT_ENCODING:
      code = .invalidResponse
    case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: code = .unavailable
    default: code = .connection
    }
    self.init(code, String(cString: curl_easy_strerror(result)))
  }
}
