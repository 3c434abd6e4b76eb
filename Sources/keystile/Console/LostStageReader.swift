import AdminCLI
import Doctor
import GatewayModel
import Workspace

/// Which plans lost a stage, read from the past away from the screen, at the start and after a stage was
/// deleted: nothing else can make one.
final class LostStageReader {
  /// Rises when something was read.
  private(set) var version = 0

  private let past: PastReader
  private var found: [Observations.LostStage] = []
  private var isStale = true
  private var isReading = false

  init(past: PastReader) { self.past = past }

  /// Notes changes that were taken over.
  func note(_ changes: [Change]) {
    isStale = isStale || changes.contains { $0.events.contains(where: Self.deletesStage) }
  }

  /// What is known; what is new comes in later, and `version` rises then.
  func lostStages() -> [Observations.LostStage] {
    readIfStale()
    return found
  }

  private func readIfStale() {
    guard isStale, !isReading else { return }
    (isStale, isReading) = (false, true)
    past.read({ history throws(WorkspaceError) in
      try WorkspaceObservations.lostStages(in: history)
    }) { [weak self] (result: Result<[Observations.LostStage], WorkspaceError>) in
      self?.take(result)
    }
  }

  private func take(_ result: Result<[Observations.LostStage], WorkspaceError>) {
    isReading = false
    // What cannot be read stays as it was; the console's follower tells of the trouble.
    guard let lost = try? result.get() else { return }
    found = lost
    version += 1
    readIfStale()
  }

  private static func deletesStage(_ event: Event) -> Bool {
    if case .deleted(.stage) = event { true } else { false }
  }
}
