import Console
import EventLoop
import Foundation
import GatewayModel
import Workspace

/// Reads the past away from the screen: a journal takes time to search, and a frame must not wait for it.
final class PastReader {
  /// What undo and redo would do.
  struct Corrections: Sendable {
    var undoable: HistoryLine?
    var redoable: HistoryLine?
  }

  private let directory: String
  private let actor: Actor
  private let loop: EventLoop
  private let queue = DispatchQueue(label: "keystile.past")

  init(directory: String, actor: Actor, loop: EventLoop) {
    self.directory = directory
    self.actor = actor
    self.loop = loop
  }

  /// Tells of some lines of the journal, oldest first, and of what undo and redo would do now.
  ///
  /// - Parameters:
  ///   - sequences: The lines.
  ///   - names: What people call the entities, as the state has them now.
  ///   - done: Called on the loop.
  func read(
    _ sequences: [Sequence64], names: [EntityRef: String],
    done: @escaping ([HistoryLine], Corrections) -> Void
  ) {
    let (directory, actor) = (directory, actor)
    let remote = loop.remote
    let receiver = LoopBound(done, loop: loop)
    queue.async {
      guard let history = try? History(directory: directory) else { return }
      let lines = sequences.compactMap {
        Self.line(at: $0, in: history, names: names, actor: actor)
      }
      let undo = (try? history.nextUndo(by: actor)) ?? nil
      let redo = (try? history.nextRedo(by: actor)) ?? nil
      let corrections = Corrections(
        undoable: undo.flatMap { Self.line(at: $0, in: history, names: names, actor: actor) },
        redoable: redo.flatMap { Self.line(at: $0, in: history, names: names, actor: actor) })
      remote.execute { loop in receiver.value(on: loop)(lines, corrections) }
    }
  }

  private static func line(
    at sequence: Sequence64, in history: History, names: [EntityRef: String], actor: Actor
  ) -> HistoryLine? {
    ((try? history.entry(at: sequence) { names[$0] }) ?? nil).map { HistoryLine($0, you: actor) }
  }
}

extension HistoryLine {
  /// A line of the journal as the console shows it; `you` is its own user.
  init(_ entry: HistoryEntry, you: Actor) {
    self.init(
      sequence: entry.sequence, time: entry.time,
      actor: entry.actor == you ? "you" : entry.actor.name, surface: entry.surface.rawValue,
      summary: entry.summary, refs: entry.changes.map(\.ref))
  }
}
