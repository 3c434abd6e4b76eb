import Console
import EventLoop
import GatewayModel
import Workspace

/// Puts lines of the journal into words, and finds what undo and redo would do.
///
/// The words and the corrections are read from the past; at most one reading is under way, and a
/// stream of changes is told of in pauses, so that following a busy journal costs no more than
/// following a quiet one.
final class JournalTeller {
  /// What undo and redo would do.
  struct Corrections: Sendable {
    var undoable: HistoryEntry?
    var redoable: HistoryEntry?
  }

  /// Lines told of one by one; of more the last ones are.
  static let limitLines = 50
  /// The pause after a reading before the next one begins.
  private static let pause = Duration.milliseconds(200)

  private let past: PastReader
  private let actor: Actor
  private let onLines: ([HistoryEntry]) -> Void
  private let onCorrections: (Corrections) -> Void
  private var timer: LoopTimer?
  private var untold: [Sequence64] = []
  private var isWanted = false
  private var isReading = false

  /// - Parameters:
  ///   - past: Where to read.
  ///   - actor: Whose changes can be taken back.
  ///   - loop: Where everything is called.
  ///   - onLines: Hears of lines, oldest first.
  ///   - onCorrections: Hears of what could be taken back as of the last line.
  init(
    past: PastReader, actor: Actor, loop: EventLoop, onLines: @escaping ([HistoryEntry]) -> Void,
    onCorrections: @escaping (Corrections) -> Void
  ) {
    self.past = past
    self.actor = actor
    self.onLines = onLines
    self.onCorrections = onCorrections
    timer = loop.makeTimer { [unowned self] in readNext() }
  }

  /// Asks for the words of lines, and for what can be taken back now.
  func tell(of sequences: some Sequence<Sequence64> = []) {
    untold = (untold + sequences).suffix(Self.limitLines)
    isWanted = true
    if timer?.deadlineNanoseconds == nil { readNext() }
  }

  private func readNext() {
    guard isWanted, !isReading else { return }
    isWanted = false
    isReading = true
    let sequences = untold
    untold = []
    guard let first = sequences.first, let last = sequences.last else { return readCorrections() }
    let wanted = Set(sequences)
    past.read({ history throws(WorkspaceError) in
      let limit = min(Int(last - first) + 1, WorkspaceLimits.historyPageEntries)
      return try history.page(before: last + 1, limit: limit).entries.reversed()
        .filter { wanted.contains($0.sequence) }
    }) { [weak self] (result: Result<[HistoryEntry], WorkspaceError>) in
      if case .success(let entries) = result { self?.onLines(entries) }
      self?.readCorrections()
    }
  }

  private func readCorrections() {
    let actor = actor
    past.read({ history throws(WorkspaceError) in
      let next = try history.nextCorrections(by: actor)
      var found = Corrections()
      if let undo = next.undo { found.undoable = try history.entry(at: undo) }
      if let redo = next.redo { found.redoable = try history.entry(at: redo) }
      return found
    }) { [weak self] (result: Result<Corrections, WorkspaceError>) in
      guard let self else { return }
      isReading = false
      if case .success(let corrections) = result { onCorrections(corrections) }
      timer?.arm(after: Self.pause)
    }
  }
}
