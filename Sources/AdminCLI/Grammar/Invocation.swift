import GatewayModel

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

  /// Makes sure that two options are not given together.
  ///
  /// - Throws: A usage error if they are.
  public func exclude(_ first: String, _ second: String) throws(CommandLineError) {
    guard has(first), has(second) else { return }
    throw CommandLineError("\(first) and \(second) exclude each other.", verb: verb)
  }

  /// The command line as it can be typed, with a flag more.
  public func commandLine(adding flag: String) -> String {
    let given = options.sorted { $0.key < $1.key }.flatMap { name, values in
      values.isEmpty ? [name] : values.map { "\(name)=\(Shell.quoted($0))" }
    }
    return (["keystile"] + verb.words + arguments.map(Shell.quoted) + given + [flag])
      .joined(separator: " ")
  }

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
