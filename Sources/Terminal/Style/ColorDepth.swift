/// How many colours a terminal can show, from none to 256.
public enum ColorDepth: Int, Comparable, Sendable {
  /// Attributes only: the terminal has no colours, or the user wants none.
  case monochrome = 0
  /// The eight colours of ECMA-48.
  case eight = 8
  /// Those and their bright forms.
  case sixteen = 16
  /// The 256-colour palette.
  case palette256 = 256

  /// The depth of a terminal that reports `colors`.
  ///
  /// A direct-colour terminal reports millions and takes numbers for RGB values, except the first
  /// eight, so it is used like one with eight.
  /// - Parameters:
  ///   - colors: what terminfo says, negative when unknown.
  ///   - noColor: the value of `NO_COLOR`; set and not empty means no colours.
  ///     Source: no-color.org.
  public init(colors: Int, noColor: String?) {
    if let noColor, !noColor.isEmpty {
      self = .monochrome
      return
    }
    switch colors {
    case ..<8: self = .monochrome
    case 8..<16: self = .eight
    case 16..<256: self = .sixteen
    case 256: self = .palette256
    default: self = .eight
    }
  }

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
