import GatewayModel

/// Who did what to an API's parts, as far as its newest lines of the journal are known.
enum ApiPast {
  /// Lines that are looked through.
  private static let limitLines = 200

  /// The newest line about each part.
  ///
  /// - Complexity: linear in what the lines changed.
  static func newestLines(
    of api: RestApiID, _ world: any ConsoleWorld
  ) -> [EntityRef: HistoryLine] {
    Dictionary(entries(of: api, world), uniquingKeysWith: { newer, _ in newer })
  }

  /// The oldest known line about each part: what made it, unless that was long ago.
  ///
  /// - Complexity: linear in what the lines changed.
  static func oldestLines(
    of api: RestApiID, _ world: any ConsoleWorld
  ) -> [EntityRef: HistoryLine] {
    Dictionary(entries(of: api, world), uniquingKeysWith: { _, older in older })
  }

  private static func entries(
    of api: RestApiID, _ world: any ConsoleWorld
  ) -> [(EntityRef, HistoryLine)] {
    world.knownHistory(of: .restApi(api), limit: limitLines).flatMap { line in
      line.refs.map { ($0, line) }
    }
  }
}
