/// The canonical path and query of a request target.
///
/// Source: AWS General Reference, "Create a signed AWS API request", step 1, for services other
/// than S3.
enum CanonicalTarget {
  /// The path without dot segments and repeated slashes, encoded once more than it was sent.
  static func path(_ path: ArraySlice<UInt8>) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    var segments: [ArraySlice<UInt8>] = []
    for segment in path.split(separator: slash) {
      if segment.elementsEqual(".".utf8) { continue }
      if segment.elementsEqual("..".utf8) {
        segments = Array(segments.dropLast())
      } else {
        segments.append(segment)
      }
    }
    var text: [UInt8] = []
    for segment in segments {
      text.append(slash)
      PercentEncoding.append(segment, to: &text)
    }
    if segments.isEmpty || path.last == slash { text.append(slash) }
    return text
  }

  /// The parameters, decoded and encoded again, in the order of their encoded names and values.
  ///
  /// Repeated names stay, and a parameter without `=` has an empty value.
  static func query(_ query: ArraySlice<UInt8>) -> [UInt8] {
    let pairs = query.split(separator: UInt8(ascii: "&")).map { parameter in
      let name = parameter.prefix { $0 != UInt8(ascii: "=") }
      return (name: encoded(name), value: encoded(parameter[name.endIndex...].dropFirst()))
    }
    let ordered = pairs.sorted { left, right in
      left.name == right.name
        ? left.value.lexicographicallyPrecedes(right.value)
        : left.name.lexicographicallyPrecedes(right.name)
    }
    return Array(
      ordered.map { $0.name + [UInt8(ascii: "=")] + $0.value }.joined(separator: [
        UInt8(ascii: "&")
      ]))
  }

  private static func encoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var encoded: [UInt8] = []
    PercentEncoding.append(PercentEncoding.decoded(text), to: &encoded)
    return encoded
  }
}
