import Foundation
import Glibc

/// The command line: `benchmark CASE… [--runs N] [--seconds S] [--directory DIR]`,
/// `benchmark --list`.
///
/// Prints one JSON line a case, so that runs can be kept and compared.
enum BenchmarkProgram {
  /// What the arguments ask for.
  private struct Request {
    var cases: [BenchmarkCase] = []
    var runs: Int?
    var seconds = 5
    var directory = "/var/tmp"
    var listsCases = false
  }

  private static let usage =
    "usage: benchmark CASE… [--runs N] [--seconds S] [--directory DIR] | benchmark --list"

  /// Runs the program.
  ///
  /// - Returns: The exit code: 0, 1 when a case failed, 2 for wrong arguments.
  static func run(_ arguments: [String]) -> Int32 {
    let request: Request
    do {
      request = try parse(arguments)
    } catch {
      write("benchmark: \(error)\n\(usage)\n", to: STDERR_FILENO)
      return 2
    }
    if request.listsCases {
      for item in BenchmarkCases.all {
        write("\(item.name)\t\(item.summary)\n", to: STDOUT_FILENO)
      }
      return 0
    }
    for item in request.cases {
      do {
        write(try line(of: item, request) + "\n", to: STDOUT_FILENO)
      } catch {
        write("benchmark: \(item.name): \(error)\n", to: STDERR_FILENO)
        return 1
      }
    }
    return 0
  }

  private static func line(of item: BenchmarkCase, _ request: Request) throws -> String {
    let runs = request.runs ?? item.defaultRuns
    let figures = try BenchmarkFolder.with(in: request.directory) { folder in
      try item.measure(
        BenchmarkContext(runs: runs, seconds: request.seconds, directory: folder))
    }
    let members = ["\"case\":\"\(item.name)\"", "\"runs\":\(runs)"] + figures.map(\.json)
    return "{\(members.joined(separator: ","))}"
  }

  private static func parse(_ arguments: [String]) throws -> Request {
    var request = Request()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--list": request.listsCases = true
      case "--runs": request.runs = try number(after: argument, in: &rest)
      case "--seconds": request.seconds = try number(after: argument, in: &rest)
      case "--directory":
        guard let directory = rest.popFirst() else {
          throw BenchmarkError("--directory takes a folder")
        }
        request.directory = directory
      default:
        guard let item = BenchmarkCases.all.first(where: { $0.name == argument }) else {
          throw BenchmarkError("there is no case \(argument); --list tells which there are")
        }
        request.cases.append(item)
      }
    }
    guard request.listsCases || !request.cases.isEmpty else {
      throw BenchmarkError("no case was named")
    }
    return request
  }

  private static func number(
    after option: String, in rest: inout ArraySlice<String>
  ) throws -> Int {
    guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else {
      throw BenchmarkError("\(option) takes a number above 0")
    }
    return number
  }

  private static func write(_ text: String, to descriptor: Int32) {
    FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(Data(text.utf8))
  }
}
