/// A command line that was understood: a verb with its arguments and options.
public struct Invocation: Sendable {
  /// The verb.
  public var verb: VerbSpec
  /// The positional arguments, at least the required ones.
  public var arguments: [String]
  /// The values of each option given, in order; empty for a flag.
  public var options: [String: [String]]

  /// A command line that was understood.
  public init(verb: VerbSpec, arguments: [String] = [], options: [String: [String]] = [:]) {
    self.verb = verb
    self.arguments = arguments
    self.options = options
  }

  /// The argument at a place; the parser has checked that the required ones are there.
  public func argument(_ index: Int) -> String {
    index < arguments.count ? arguments[index] : ""
  }

  /// The argument at a place, if it was given.
  public func optionalArgument(_ index: Int) -> String? {
    index < arguments.count ? arguments[index] : nil
  }

  /// Whether an option was given.
  public func has(_ option: String) -> Bool { options[option] != nil }

  /// The last value of an option, if it was given.
  public func value(_ option: String) -> String? { options[option]?.last }

  /// All values of an option, in order.
  public func values(_ option: String) -> [String] { options[option] ?? [] }

  /// The value of an option as a whole number.
  ///
  /// - Throws: A usage error if it is anything else.
  public func integer(_ option: String) throws(CommandLineError) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text) else {
      throw CommandLineError("\(option) takes a whole number, not “\(text)”.", verb: verb)
    }
    return number
  }

  /// The value of an option as a decimal number.
  ///
  /// - Throws: A usage error if it is anything else.
  public func decimal(_ option: String) throws(CommandLineError) -> Double? {
    guard let text = value(option) else { return nil }
    guard let number = Double(text), number.isFinite else {
      throw CommandLineError("\(option) takes a number, not “\(text)”.", verb: verb)
    }
    return number
  }
}
