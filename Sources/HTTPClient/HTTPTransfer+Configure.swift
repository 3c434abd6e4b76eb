import CCurl

extension HTTPTransfer {
  /// Gives the library all it needs to know of a request.
  ///
  /// - Throws: `invalidRequest` for what could not be sent as it is, for example a line end in a
  ///   header field: sent on, it would add a field or a request of its own.
  func configure(_ request: HTTPClientRequest) throws(HTTPClientError) {
    try Self.check(request)
    for field in request.fields { try add(field.line) }
    // The library adds these by itself unless told not to; a proxied request has its own or none.
    for name in ["Expect", "Accept", "User-Agent"]
    where name == "Expect" || !request.has(name) {
      try add(Array("\(name):".utf8))
    }
    if request.body == .none, ["POST", "PUT", "PATCH"].contains(request.method),
      !request.has("Content-Length")
    {
      try add(Array("Content-Length: 0".utf8))
    }
    setRoute(request)
    setBody(request)
    setCallbacks()
  }

  private func add(_ line: [UInt8]) throws(HTTPClientError) {
    guard addHeader(line) else { throw HTTPClientError(.unavailable, "no memory for a header") }
  }

  private func setRoute(_ request: HTTPClientRequest) {
    ks_curl_set_string(easy, CURLOPT_URL, request.url)
    ks_curl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    ks_curl_set_string(easy, CURLOPT_PROXY, "")
    ks_curl_set_long(easy, CURLOPT_PATH_AS_IS, 1)
    ks_curl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    ks_curl_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    ks_curl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
    let connect = client.limits.connectTimeout.components
    let milliseconds = connect.seconds * 1_000 + connect.attoseconds / 1_000_000_000_000_000
    ks_curl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Int(milliseconds))
    ks_curl_set_long(easy, CURLOPT_SSL_VERIFYPEER, request.verifiesCertificate ? 1 : 0)
    ks_curl_set_long(easy, CURLOPT_SSL_VERIFYHOST, request.verifiesCertificate ? 2 : 0)
  }

  private func setBody(_ request: HTTPClientRequest) {
    switch request.body {
    case .none:
      // Without it the library would wait for the body that the answer's length announces.
      if request.method == "HEAD" { ks_curl_set_long(easy, CURLOPT_NOBODY, 1) }
    case .length(let length):
      ks_curl_set_long(easy, CURLOPT_UPLOAD, 1)
      ks_curl_set_offset(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(length))
    case .chunked:
      ks_curl_set_long(easy, CURLOPT_UPLOAD, 1)
    }
    ks_curl_set_string(easy, CURLOPT_CUSTOMREQUEST, request.method)
    ks_curl_set_pointer(easy, CURLOPT_HTTPHEADER, headers)
  }

  private func setCallbacks() {
    let this = Unmanaged.passUnretained(self).toOpaque()
    ks_curl_set_pointer(easy, CURLOPT_PRIVATE, this)
    ks_curl_set_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      guard let context else { return 0 }
      let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
      return HTTPTransfer.at(context).receive(headerLine: line) ? line.count : 0
    }
    ks_curl_set_pointer(easy, CURLOPT_HEADERDATA, this)
    ks_curl_set_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let context else { return 0 }
      let body = UnsafeRawBufferPointer(start: bytes, count: size * count)
      return HTTPTransfer.at(context).receive(body: body)
        ? body.count : Int(CURL_WRITEFUNC_PAUSE)
    }
    ks_curl_set_pointer(easy, CURLOPT_WRITEDATA, this)
    ks_curl_set_callback(easy, CURLOPT_READFUNCTION) { bytes, size, count, context in
      guard let context else { return Int(CURL_READFUNC_ABORT) }
      let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
      return HTTPTransfer.at(context).fill(buffer) ?? Int(CURL_READFUNC_PAUSE)
    }
    ks_curl_set_pointer(easy, CURLOPT_READDATA, this)
    // A connection outlives its transfer, so its socket is the client's business.
    ks_curl_set_open_callback(easy) { context, socket, _ in
      if let context { HTTPClient.at(context).didOpen(socket) }
      return CURL_SOCKOPT_OK
    }
    ks_curl_set_close_callback(easy) { context, socket in
      if let context { HTTPClient.at(context).willClose(socket) }
      return ks_close(socket)
    }
    let client = Unmanaged.passUnretained(client).toOpaque()
    ks_curl_set_pointer(easy, CURLOPT_SOCKOPTDATA, client)
    ks_curl_set_pointer(easy, CURLOPT_CLOSESOCKETDATA, client)
  }

  private static func at(_ context: UnsafeMutableRawPointer) -> HTTPTransfer {
    Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
  }

  private static func check(_ request: HTTPClientRequest) throws(HTTPClientError) {
    let address = request.url.utf8
    guard request.url.hasPrefix("http://") || request.url.hasPrefix("https://"),
      address.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { throw HTTPClientError(.invalidRequest, "not an http or https address") }
    guard !request.method.isEmpty, request.method.utf8.allSatisfy(isTokenByte) else {
      throw HTTPClientError(.invalidRequest, "not a verb")
    }
    // Source: RFC 9110, 9.3.2: content in a HEAD request has no meaning, and makes servers differ
    // on where it ends.
    guard request.method != "HEAD" || request.body == .none else {
      throw HTTPClientError(.invalidRequest, "a HEAD request has no body")
    }
    for (index, field) in request.fields.enumerated() {
      guard !field.name.isEmpty, field.name.utf8.allSatisfy(isTokenByte),
        field.value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
      else { throw HTTPClientError(.invalidRequest, "header field \(index) is malformed") }
    }
  }

  /// Source: RFC 9110, 5.6.2, token.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

extension HTTPClientRequest {
  fileprivate func has(_ name: String) -> Bool {
    fields.contains { $0.name.lowercased() == name.lowercased() }
  }
}
