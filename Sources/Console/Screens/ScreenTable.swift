/// How each full screen begins.
enum ScreenTable {
  /// Makes a screen, nil for one that does not exist in this build.
  static let makers: [ScreenID: @Sendable () -> any ScreenModel] = [
    .usage: { UsageScreen() }, .trace: { TraceScreen() }, .history: { HistoryScreen() },
    .doctor: { DoctorScreen() },
  ]
}
