/// Where the members of a decision stand in its 256 bytes.
enum DecisionLayout {
  static let byteCount = 256
  /// The sequence lock: place times two, plus one while the record is being written.
  static let lock = 0
  static let time = 8
  static let requestId = 16
  static let sourceAddress = 32
  static let latency = 48
  static let status = 52
  static let verdict = 54
  static let detail = 55
  static let verb = 56
  static let flags = 57
  /// The lengths of the six texts below, a byte each, in their order.
  static let lengths = 58
  /// CRC-32C of the record from `time` on, with these four bytes 0.
  static let checksum = 64
  static let api = 68..<80
  static let resource = 80..<92
  static let key = 92..<104
  static let plan = 104..<116
  static let stage = 116..<148
  static let path = 148..<256

  /// The texts in the order of their lengths.
  static let texts = [api, resource, key, plan, stage, path]
  static let noVerb: UInt8 = 255
  static let canaryFlag: UInt8 = 1
  static let pathCutFlag: UInt8 = 2
}
