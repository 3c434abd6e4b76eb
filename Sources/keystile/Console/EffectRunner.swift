import Terminal
import Console
import EventLoop
import Foundation
import GatewayModel
import NcursesTerminal
import Workspace

/// Carries out what the console asks for.
final class EffectRunner {
  /// Hears outcomes.
  var onEvent: (ConsoleEvent) -> Void = { _ in }
  /// Hears that the user leaves.
  var onQuit: () -> Void = {}

  private let world: WorkspaceWorld
  private let terminal: NcursesTerminal
  private let loop: EventLoop
  private let syncs = DispatchQueue(label: "keystile.sync")
  private lazy var corrections = CorrectionQueue(past: world.past, actor: world.actor) {
    [unowned self] id, found in correct(id, found)
  }

  init(world: WorkspaceWorld, terminal: NcursesTerminal, loop: EventLoop) {
    self.world = world
    self.terminal = terminal
    self.loop = loop
  }

  /// Begins an effect; its outcome comes as an event.
  func carryOut(_ effect: Effect) {
    switch effect {
    case .submit(let id, let submission):
      submit(id, submission.command, expecting: submission.expecting, label: submission.label)
    case .recallUndo(let id): corrections.ask(id, .lastChange)
    case .undoLine(let id, let sequence): corrections.ask(id, .line(sequence))
    case .redo(let id): corrections.ask(id, .lastUndo)
    case .recall(let id, let sequence): recall(id, sequence)
    case .copy(let id, let text, _):
      let isSent = terminal.copy(text)
      later(id, isSent ? .copied(means: "the terminal") : .failed("the text is too long to copy"))
    case .openEditor(let id, let text, let suffix): edit(id, text, suffix: suffix)
    case .writeFile(let id, let path, let contents): write(id, contents, to: path)
    case .noteReveal(let key, let wasCopied):
      RevealLog(workspacePath: world.workspace.directory).note(
        key, means: wasCopied ? .copied : .shown, actor: world.actor, time: world.now)
    case .suspend:
      terminal.suspend()
      later(.terminal(.resumed))
    case .redraw: terminal.redraw()
    case .setMouse(let isOn): terminal.setMouse(isOn)
    case .quit: onQuit()
    }
  }

  // MARK: Changes

  private func submit(
    _ id: EffectID, _ command: Command, expecting: [EntityRef: Sequence64], label: String
  ) {
    do throws(SubmitError) {
      let receipt = try world.workspace.submit(
        command, actor: world.actor, surface: .console, expecting: expecting)
      guard let sequence = receipt.sequence else { return later(id, .unchanged) }
      world.noteOwn(sequence)
      // The change before its acceptance, which may lead to a row that has to be there then.
      let changes = receipt.changes
      loop.atEndOfTurn { [weak self] in self?.world.announce(changes) }
      later(
        id,
        .accepted(
          sequence: sequence, summary: label, subjects: receipt.subjects,
          warnings: receipt.warnings))
      // Begun only then: that the disk does not take it must be the last word on it.
      loop.atEndOfTurn { [weak self] in self?.sync(id, receipt, sequence) }
    } catch {
      later(id, outcome(of: error))
    }
  }

  /// Waits for the disk elsewhere: the screen never does.
  private func sync(_ id: EffectID, _ receipt: Receipt, _ sequence: Sequence64) {
    let remote = loop.remote
    let runner = LoopBound(self, loop: loop)
    syncs.async {
      let outcome: EffectOutcome
      do throws(WorkspaceError) {
        try receipt.sync()
        outcome = .durable(sequence: sequence)
      } catch {
        outcome = .failed("\(error.message). \(error.remedy)")
      }
      remote.execute { loop in runner.value(on: loop).onEvent(.outcome(id, outcome)) }
    }
  }

  /// Does what was found to take something back.
  private func correct(_ id: EffectID, _ found: CorrectionQueue.Found) {
    switch found {
    case .nothing: later(id, .failed("there is nothing to take back"))
    case .failed(let error): later(id, .failed(error.message))
    case .found(let entry): later(id, recalled(entry))
    case .correction(let entry, let command):
      submit(id, command, expecting: [:], label: label(takingBack: entry))
    }
  }

  /// What taking a line back does, in the words of the change that goes or comes back.
  private func label(takingBack entry: HistoryEntry) -> String {
    let name = world.workspace.displayName
    guard case .undo? = entry.correction else {
      return "undid: \(ChangeSummary.text(of: entry.changes, naming: name))"
    }
    let changes = entry.changes.reversed().map {
      EntityChange(ref: $0.ref, before: $0.after, after: $0.before)
    }
    return "redid: \(ChangeSummary.text(of: changes, naming: name))"
  }

  private func recalled(_ entry: HistoryEntry) -> EffectOutcome {
    let steps = entry.changes.map {
      AWSScript.Step(ref: $0.ref, before: $0.before, after: $0.after)
    }
    return .recalled(RecalledLine(line: world.line(entry), steps: steps))
  }

  private func recall(_ id: EffectID, _ sequence: Sequence64) {
    let world = world
    world.past.read({ history throws(WorkspaceError) in try history.entry(at: sequence) }) {
      [weak self] (result: Result<HistoryEntry?, WorkspaceError>) in
      switch result {
      case .success(let entry?):
        if let self { later(id, recalled(entry)) }
      case .success(nil): self?.later(id, .failed("there is no line \(sequence)"))
      case .failure(let error): self?.later(id, .failed(error.message))
      }
    }
  }

  private func outcome(of error: SubmitError) -> EffectOutcome {
    switch error {
    case .refused(let refusal): return .refused(refusal)
    case .conflict(let conflict):
      let theirs = conflict.change.map { entry in
        HistoryLine(
          sequence: entry.sequence, time: entry.time, actor: entry.actor.name,
          surface: entry.surface.rawValue, summary: entry.summary, refs: entry.changes.map(\.ref))
      }
      return .conflict(
        EditConflict(
          ref: conflict.ref, expected: conflict.expectedRevision,
          theirs: theirs
            ?? HistoryLine(
              sequence: 0, time: world.now, actor: "somebody", surface: "", summary: "changed it",
              refs: [conflict.ref]),
          base: conflict.change?.changes.first { $0.ref == conflict.ref }?.before,
          present: conflict.current))
    case .unusable(let trouble): return .failed("\(trouble.message). \(trouble.remedy)")
    }
  }

  // MARK: The rest

  private func edit(_ id: EffectID, _ text: String, suffix: String) {
    let variables = ProcessInfo.processInfo.environment
    let editor = variables["VISUAL"] ?? variables["EDITOR"] ?? "vi"
    let path = "\(NSTemporaryDirectory())keystile-\(UUID().uuidString).\(suffix)"
    defer { unlink(path) }
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { return later(id, .failed("no temporary file can be made")) }
    do {
      _ = try terminal.run(
        ["/bin/sh", "-c", "exec \(editor) \"$1\"", "sh", path],
        environment: variables)
      let edited = try String(contentsOfFile: path, encoding: .utf8)
      later(id, .edited(edited == text ? nil : edited))
    } catch {
      later(id, .failed("the editor \(editor) could not be run"))
    }
  }

  private func write(_ id: EffectID, _ contents: String, to path: String) {
    let isWritten = FileManager.default.createFile(
      atPath: path, contents: Data(contents.utf8), attributes: [.posixPermissions: 0o600])
    later(id, isWritten ? .wrote(path: path) : .failed("\(path) cannot be written"))
  }

  private func later(_ id: EffectID, _ outcome: EffectOutcome) {
    later(.outcome(id, outcome))
  }

  /// At the end of the turn, so that the console never hears of an effect within its own reducer.
  private func later(_ event: ConsoleEvent) {
    loop.atEndOfTurn { [weak self] in self?.onEvent(event) }
  }
}
