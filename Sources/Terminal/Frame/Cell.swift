/// One place of a frame: what is drawn there and how it looks, in eight bytes.
///
/// A single scalar is held directly. A base with marks needs more room than a cell has, so it is
/// kept beside the cells of its frame and the cell holds its number: filling a frame stays a matter
/// of microseconds. The right half of a wide character holds nothing.
struct Cell: Equatable {
  /// The bit that says the rest is a number in the frame's list of clusters.
  private static let clusterBit: UInt32 = 1 << 31

  private let content: UInt32
  var style: Style

  /// A blank.
  static func blank(_ style: Style) -> Cell { Cell(content: 0x20, style: style) }

  /// The right half of the wide character to the left.
  static func continuation(_ style: Style) -> Cell { Cell(content: 0, style: style) }

  private init(content: UInt32, style: Style) {
    self.content = content
    self.style = style
  }

  /// A single scalar.
  init(_ scalar: Unicode.Scalar, _ style: Style) {
    self.init(content: scalar.value, style: style)
  }

  /// A cluster of the frame.
  init(clusterNumber: Int, _ style: Style) {
    self.init(content: Self.clusterBit | UInt32(clusterNumber), style: style)
  }

  /// True for the right half of a wide character.
  var isContinuation: Bool { content == 0 }

  /// The scalar, when the cell holds one.
  var scalar: Unicode.Scalar? {
    content & Self.clusterBit == 0 ? Unicode.Scalar(content) : nil
  }

  /// The number of the cluster in its frame, when the cell holds one.
  var clusterNumber: Int? {
    content & Self.clusterBit == 0 ? nil : Int(content & ~Self.clusterBit)
  }
}
