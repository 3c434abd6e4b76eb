/// The verbs a method can answer; `ANY` of a method covers exactly these.
///
/// Source: API Gateway REST API reference, PutMethod.
public enum HTTPVerb: UInt8, Sendable, Hashable, CaseIterable {
  case get
  case put
  case post
  case delete
  case patch
  case options
  case head

  /// The verb as it stands in a request line.
  public var name: String {
    switch self {
    case .get: "GET"
    case .put: "PUT"
    case .post: "POST"
    case .delete: "DELETE"
    case .patch: "PATCH"
    case .options: "OPTIONS"
    case .head: "HEAD"
    }
  }

  /// The verb with this exact, case-sensitive name; nil for any other, which no method answers.
  public init?(name: some StringProtocol) {
    guard let verb = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = verb
  }

  /// The verb with these bytes.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count <= 7 else { return nil }
    let packed = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    switch (bytes.count, packed) {
    case (3, 0x47_4554): self = .get
    case (3, 0x50_5554): self = .put
    case (4, 0x504F_5354): self = .post
    case (6, 0x4445_4C45_5445): self = .delete
    case (5, 0x50_4154_4348): self = .patch
    case (7, 0x4F_5054_494F_4E53): self = .options
    case (4, 0x4845_4144): self = .head
    default: return nil
    }
  }
}
