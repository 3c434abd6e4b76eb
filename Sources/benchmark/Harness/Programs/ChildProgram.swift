import Foundation

/// A program that runs beside this one and ends with it.
final class ChildProgram {
  /// How much of an answer is read, in bytes.
  private static let outputLimitBytes = 1 << 20

  private let process = Process()
  private let output = Pipe()
  private var text = ""

  /// Starts a program; what it says goes to `output`, its complaints to standard error.
  ///
  /// - Parameters:
  ///   - arguments: Its path, and the arguments.
  ///   - isMuted: Whether its complaints go nowhere, as those of a server that tells of each request.
  init(_ arguments: [String], isMuted: Bool = false) throws {
    process.executableURL = URL(fileURLWithPath: arguments[0])
    process.arguments = Array(arguments.dropFirst())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    if isMuted { process.standardError = FileHandle.nullDevice }
    try process.run()
  }

  deinit {
    stop()
  }

  var processIdentifier: Int32 { process.processIdentifier }

  /// Waits until it has said something.
  ///
  /// - Returns: All it has said so far.
  func waitForOutput(containing wanted: String) throws -> String {
    while !text.contains(wanted) {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty, text.utf8.count < Self.outputLimitBytes else {
        throw BenchmarkError("\(process.executableURL?.path ?? "a program") ended too early")
      }
      text += String(decoding: data, as: UTF8.self)
    }
    return text
  }

  /// Waits for its end.
  ///
  /// - Returns: All it has said.
  func waitForEnd() throws -> String {
    let rest = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkError(
        "\(process.executableURL?.path ?? "a program") ended with \(process.terminationStatus)")
    }
    return text + String(decoding: rest, as: UTF8.self)
  }

  /// Ends it, in good order if it can.
  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  /// Runs a program to its end.
  ///
  /// - Returns: What it said.
  @discardableResult
  static func run(_ arguments: [String]) throws -> String {
    try ChildProgram(arguments).waitForEnd()
  }
}
