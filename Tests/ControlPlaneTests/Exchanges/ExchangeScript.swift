import Foundation
import GatewayModel
import TestSupport

/// Requests written in a file, done in order, with the answers beside them.
///
/// A line `> VERB TARGET` begins a request, `>: Name: value` adds a field, `>> text` a line of the body.
/// `= name member` keeps a member of the answer, which later requests write as `{name}`. Lines beginning
/// with `<` are answers: they are left out when a file is read and written anew from what comes back.
struct ExchangeScript {
  private let lines: [String]
  private var kept: [String: String] = [:]
  private var result: [String] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { !$0.hasPrefix("<") }
  }

  /// Does all requests on one connection and gives the file with the answers it should hold.
  mutating func run(on client: RawHTTPClient) throws -> String {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      guard line.hasPrefix("> ") else {
        result.append(line)
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, lines[end].hasPrefix(">") || lines[end].hasPrefix("= ") { end += 1 }
      try exchange(Array(lines[index..<end]), on: client)
      index = end
    }
    return result.joined(separator: "\n")
  }

  private mutating func exchange(_ request: [String], on client: RawHTTPClient) throws {
    result += request.filter { !$0.hasPrefix("= ") }
    let words = filled(request[0]).split(separator: " ")
    var headers: [(String, String)] = []
    var body: [String] = []
    for line in request.dropFirst() {
      if line.hasPrefix(">: "), let colon = line.dropFirst(3).firstIndex(of: ":") {
        headers.append(
          (String(line.dropFirst(3)[..<colon]), String(line[line.index(colon, offsetBy: 2)...])))
      } else if line.hasPrefix(">> ") {
        body.append(filled(String(line.dropFirst(3))))
      }
    }
    let response = try client.request(
      String(words[1]), String(words[2]), headers: headers,
      body: body.isEmpty ? nil : Array(body.joined(separator: "\n").utf8))
    result.append("< \(response.status)")
    for name in ["x-amzn-ErrorType", "Retry-After", "Content-Type", "Content-Disposition"] {
      if let value = response.header(name), value != "application/json" {
        result.append("<: \(name): \(value)")
      }
    }
    if response.header("x-amzn-RequestId")?.utf8.count != 36 { result.append("< no request id") }
    for line in masked(response).split(separator: "\n") { result.append("<< \(line)") }
    for line in request where line.hasPrefix("= ") {
      let words = line.split(separator: " ")
      keep(String(words[1]), try value(at: words[2], of: response))
      result.append(line)
    }
  }

  private mutating func keep(_ name: String, _ value: String) { kept[name] = value }

  private func filled(_ text: String) -> String {
    kept.reduce(text) { $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value) }
  }

  private func masked(_ response: RawHTTPClient.Response) -> String {
    guard let id = response.header("x-amzn-RequestId") else { return response.text }
    return response.text.replacingOccurrences(of: id, with: "REQUEST-ID")
  }

  /// A member of an answer, for example `id` or `item.0.id`.
  private func value(at path: Substring, of response: RawHTTPClient.Response) throws -> String {
    var value = try JSONValue(reading: response.body)
    for step in path.split(separator: ".") {
      switch value {
      case .object(let object): value = object[String(step)] ?? .null
      case .array(let values): value = Int(step).map { values[$0] } ?? .null
      default: value = .null
      }
    }
    if case .string(let text) = value { return text }
    return value.text
  }
}
