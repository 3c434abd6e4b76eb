import CCurl

extension HTTPTransfer {
  /// Sets what is the same for all transfers of a client, once for each handle of the library's.
  static func prepare(_ easy: UnsafeMutableRawPointer, of client: HTTPClient) {
    ks_curl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    ks_curl_set_string(easy, CURLOPT_PROXY, "")
    ks_curl_set_long(easy, CURLOPT_PATH_AS_IS, 1)
    ks_curl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    ks_curl_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    ks_curl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
    let connect = client.limits.connectTimeout.components
    let milliseconds = connect.seconds * 1_000 + connect.attoseconds / 1_000_000_000_000_000
    ks_curl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Int(milliseconds))
    setTransferCallbacks(easy)
    setConnectionCallbacks(easy, of: client)
  }

  private static func setTransferCallbacks(_ easy: UnsafeMutableRawPointer) {
    ks_curl_set_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      guard let context else { return 0 }
      let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
      return HTTPTransfer.at(context).receive(headerLine: line) ? line.count : 0
    }
    ks_curl_set_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let context else { return 0 }
      let body = UnsafeRawBufferPointer(start: bytes, count: size * count)
      return HTTPTransfer.at(context).receive(body: body)
        ? body.count : Int(CURL_WRITEFUNC_PAUSE)
    }
    ks_curl_set_callback(easy, CURLOPT_READFUNCTION) { bytes, size, count, context in
      guard let context else { return Int(CURL_READFUNC_ABORT) }
      let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
      return HTTPTransfer.at(context).fill(buffer) ?? Int(CURL_READFUNC_PAUSE)
    }
    ks_curl_set_seek_callback(easy) { context, offset, origin in
      guard let context, offset == 0, origin == SEEK_SET, HTTPTransfer.at(context).rewind() else {
        return CURL_SEEKFUNC_FAIL
      }
      return CURL_SEEKFUNC_OK
    }
    ks_curl_set_prerequest_callback(easy) { context, _, _, _, _ in
      guard let context, HTTPTransfer.at(context).begin() else { return CURL_PREREQFUNC_ABORT }
      return CURL_PREREQFUNC_OK
    }
  }

  /// A connection outlives its transfer, so its socket is the client's business.
  private static func setConnectionCallbacks(
    _ easy: UnsafeMutableRawPointer, of client: HTTPClient
  ) {
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

  /// Gives the library all it needs to know of a request.
  ///
  /// The handle may have served another one: all that requests differ in is set anew.
  /// - Throws: `invalidRequest` for what could not be sent as it is, for example a line end in a
  ///   header field: sent on, it would add a field or a request of its own.
  func configure(_ request: HTTPClientRequest) throws(HTTPClientError) {
    try Self.check(request)
    setHeaders(of: request)
    ks_curl_set_string(easy, CURLOPT_URL, request.url)
    ks_curl_set_long(easy, CURLOPT_SSL_VERIFYPEER, request.verifiesCertificate ? 1 : 0)
    ks_curl_set_long(easy, CURLOPT_SSL_VERIFYHOST, request.verifiesCertificate ? 2 : 0)
    setBody(request)
    let this = Unmanaged.passUnretained(self).toOpaque()
    ks_curl_set_pointer(easy, CURLOPT_HEADERDATA, this)
    ks_curl_set_pointer(easy, CURLOPT_WRITEDATA, this)
    ks_curl_set_pointer(easy, CURLOPT_READDATA, this)
    ks_curl_set_pointer(easy, CURLOPT_SEEKDATA, this)
    ks_curl_set_pointer(easy, CURLOPT_PREREQDATA, this)
  }

  private func setHeaders(of request: HTTPClientRequest) {
    var count = request.fields.count
    client.headerText.removeAll(keepingCapacity: true)
    for field in request.fields { field.append(to: &client.headerText) }
    func add(_ line: StaticString) {
      client.headerText.append(
        contentsOf: UnsafeBufferPointer(start: line.utf8Start, count: line.utf8CodeUnitCount))
      client.headerText.append(0)
      count += 1
    }
    // The library adds these by itself unless told not to; a proxied request has its own or none.
    add("Expect:")
    if !request.has("accept") { add("Accept:") }
    if !request.has("user-agent") { add("User-Agent:") }
    if request.body == .none, ["POST", "PUT", "PATCH"].contains(request.method),
      !request.has("content-length")
    {
      add("Content-Length: 0")
    }
    let lines = HeaderLines(client.headerText, count: count)
    headers = lines
    ks_curl_set_pointer(easy, CURLOPT_HTTPHEADER, lines.first)
  }

  private func setBody(_ request: HTTPClientRequest) {
    // Takes back what the handle's last request said of its body.
    ks_curl_set_long(easy, CURLOPT_HTTPGET, 1)
    switch request.body {
    case .none:
      // Without it the library would wait for the body that the answer's length announces.
      if request.method == "HEAD" { ks_curl_set_long(easy, CURLOPT_NOBODY, 1) }
    case .length(let length):
      ks_curl_set_long(easy, CURLOPT_UPLOAD, 1)
      ks_curl_set_offset(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(length))
    case .chunked:
      ks_curl_set_long(easy, CURLOPT_UPLOAD, 1)
      ks_curl_set_offset(easy, CURLOPT_INFILESIZE_LARGE, -1)
    }
    ks_curl_set_string(easy, CURLOPT_CUSTOMREQUEST, request.method)
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
    case 0x30...0x39, 0x41...0x5A, 0x5E...0x7A, 0x7C, 0x7E, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D,
      0x2E:
      true
    default: false
    }
  }
}

extension HTTPClientRequest {
  /// Whether sending it twice means the same as once.
  ///
  /// Source: RFC 9110, 9.2.2.
  var isIdempotent: Bool {
    switch method {
    case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE": true
    default: false
    }
  }

  /// Whether there is a field with a name, which is given in lower case.
  fileprivate func has(_ name: StaticString) -> Bool {
    fields.contains { $0.isNamed(name) }
  }
}
