public import GatewayModel
import Terminal

/// Where a verb's words go: text for people or one JSON value for programs.
///
/// The one way to the terminal for what a verb prints: text that came from outside passes
/// `DisplayText` here, so that a name cannot carry an escape sequence.
public final class AdminOutput {
  /// Writes bytes somewhere, for example to a file descriptor.
  public typealias Writer = (String) -> Void

  /// Whether JSON is asked for.
  public let isJSON: Bool
  /// Whether ids alone are asked for.
  public let isQuiet: Bool
  /// Whether standard output is a terminal.
  public let isTerminal: Bool
  /// Whether colours may be used.
  public let hasColor: Bool
  private let standardOutput: Writer
  private let standardError: Writer

  /// An output.
  ///
  /// - Parameters:
  ///   - globals: What the command line says about form.
  ///   - isTerminal: Whether standard output is a terminal.
  ///   - standardOutput: Takes results.
  ///   - standardError: Takes notes and errors.
  public init(
    globals: GlobalOptions, isTerminal: Bool, noColor: Bool, standardOutput: @escaping Writer,
    standardError: @escaping Writer
  ) {
    isJSON = globals.json
    isQuiet = globals.quiet
    self.isTerminal = isTerminal
    hasColor = isTerminal && !globals.noColor && !noColor && !globals.json
    self.standardOutput = standardOutput
    self.standardError = standardError
  }

  /// Prints a line of text made by the program, with parts from outside already made safe.
  public func line(_ text: String = "") {
    standardOutput(text + "\n")
  }

  /// Prints text as it is: documents written by the program itself.
  public func document(_ text: String) {
    standardOutput(text)
  }

  /// Prints one JSON value on one line.
  public func json(_ value: JSONValue) {
    standardOutput(Self.escapingInvisible(value.text) + "\n")
  }

  /// JSON with what a terminal would obey or not show as escapes, which are the same text to programs.
  ///
  /// JSON itself escapes C0 controls only; C1 controls, reordering and invisible characters stand in
  /// strings as they are. Source: RFC 8259, section 7.
  static func escapingInvisible(_ json: String) -> String {
    guard !json.utf8.allSatisfy({ $0 < 0x7F }) else { return json }
    var escaped = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard DisplayText.isUnsafe(scalar) else {
        escaped.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        escaped.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      }
    }
    return String(escaped)
  }

  /// Prints a note for people on standard error; not in quiet or JSON form.
  public func note(_ text: String) {
    guard !isQuiet, !isJSON else { return }
    standardError(text + "\n")
  }

  /// Prints an error and what to do about it on standard error.
  public func error(_ code: String, _ message: String, remedy: String?) {
    standardError("keystile: \(code): \(Self.safe(message))\n")
    if let remedy { standardError("try: \(Self.safe(remedy))\n") }
  }

  /// Text from outside as it may be shown: control characters and the like as visible escapes.
  public static func safe(_ text: String) -> String {
    DisplayText(text).string
  }

  /// Text in a style, where colours are used.
  public func styled(_ text: String, _ style: TextStyle) -> String {
    hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
