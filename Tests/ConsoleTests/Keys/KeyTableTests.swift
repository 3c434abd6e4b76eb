@testable import Console
import GatewayModel
import Terminal
import Testing

@Suite("Key table")
struct KeyTableTests {
  @Test("Every notation in the table names keys")
  func notations() {
    for row in KeyTable.rows {
      let alternatives = row.notation.split(separator: ", ").count
      #expect(row.keys.count == alternatives, "\(row.action.rawValue): \(row.notation)")
    }
  }

  @Test("No key means two things in one scope")
  func conflicts() {
    for scope in KeyScope.allCases {
      var seen: [KeySequence: ActionID] = [:]
      for row in KeyTable.rows(in: scope) {
        for key in row.keys {
          if let other = seen[key] {
            Issue.record("\(key) in \(scope): \(other.rawValue) and \(row.action.rawValue)")
          }
          seen[key] = row.action
        }
      }
    }
  }

  @Test("No key of an inner scope hides one of an outer scope that counts at the same time")
  func shadows() throws {
    for place in Self.places {
      let driver = try Self.driver(at: place)
      var seen: [KeySequence: ActionID] = [:]
      for scope in driver.console.scopes {
        for row in KeyTable.rows(in: scope) {
          for key in row.keys {
            let other = seen[key] ?? row.action
            #expect(
              other == row.action, "\(key) at \(place): \(other.rawValue), \(row.action.rawValue)")
            seen[key] = row.action
          }
        }
      }
    }
  }

  @Test("No key hides a sequence that begins with it")
  func prefixes() {
    for scope in KeyScope.allCases {
      let keys = KeyTable.rows(in: scope).flatMap(\.keys)
      for long in keys where long.keys.count > 1 {
        #expect(!keys.contains { long.isBegun(by: $0.keys) }, "\(long) in \(scope)")
      }
    }
  }

  @Test("Every row says what it does")
  func words() {
    for row in KeyTable.rows {
      #expect(!row.title.isEmpty && !row.help.isEmpty, "\(row.action.rawValue)")
      #expect(!row.scopes.isEmpty, "\(row.action.rawValue)")
    }
  }

  /// Keys that lead to places of the shop.
  static let places: [String] = [
    "1", "2", "3", "3 j", "4", "1 Enter", "2 Enter", "3 Enter", "4 Enter", "1 +", "?", ":", "a",
    "y", "/", "D",
    "5", "6", "6 g g", "6 c", "7", "o H", "8", "n", "e", "r", "p", "2 n", "2 j e", "2 m", "3 n",
    "3 N", "3 j e", "4 d", "4 n", "4 r", "4 d ^S", "4 e", "i", "2 m Space",
    "7 ^P", "7 d", "d", "2 d", "D ^P", "7 U",
    "3 r", "J", "7 Enter", "7 Enter /", "z", "* D", "4 r Down Enter", "j j C",
  ]

  private static func driver(at place: String) throws -> ConsoleDriver {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type(place)
    return driver
  }
}
