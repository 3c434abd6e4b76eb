import AdminCLI
import CSystem
import Console
import EventLoop
import Foundation
import NcursesTerminal
import Terminal
import Workspace

/// `keystile`: the console on a workspace, on one thread and one event loop.
///
/// Everything that can wait (syncs, editors, reading the past) happens elsewhere and comes back as an
/// event; a turn of the loop takes all input there is, and draws once.
final class ConsoleProgram {
  private let process: ProcessEdges
  private let loop: EventLoop
  private let terminal: NcursesTerminal
  private let world: WorkspaceWorld
  private let effects: EffectRunner
  private var console: ConsoleState
  private var isDirty = true
  private var isSettled = false
  private var ticker: LoopTimer?
  private var endTimer: LoopTimer?
  private var endSignal: Int32?

  /// Opens workspace and screen.
  ///
  /// - Parameters:
  ///   - hasDemoTraffic: Whether the requests come from the demonstration's own source.
  ///   - endsAfter: Leaves by itself after this time.
  init(
    process: ProcessEdges, globals: GlobalOptions, hasDemoTraffic: Bool = false,
    endsAfter: Duration? = nil
  ) throws {
    self.process = process
    // A script that meant another verb shall not find its terminal taken.
    guard process.inputIsTerminal, process.outputIsTerminal else {
      throw ProgramError(
        .terminal, "the console needs a terminal as standard input and output",
        remedy: "keystile help")
    }
    let directory = try process.workspaceDirectory(globals)
    let actor = globals.actor.map { Actor($0) } ?? Actor.current()
    loop = try EventLoop()
    world = try WorkspaceWorld(
      directory: directory, actor: actor, loop: loop, hasDemoTraffic: hasDemoTraffic)
    var options = TerminalOptions(environment: process.variables)
    options.standardError = .file(path: "\(directory)/console.log")
    terminal = try NcursesTerminal(options)
    guard terminal.size.width >= ConsoleState.minimumSize.width,
      terminal.size.height >= ConsoleState.minimumSize.height
    else {
      let size = terminal.size
      terminal.close()
      throw ProgramError(
        .terminal,
        "the terminal is \(size.width)×\(size.height); the console needs at least "
          + "\(ConsoleState.minimumSize.width)×\(ConsoleState.minimumSize.height)")
    }
    world.capabilities = ConsoleCapabilities(
      hasUnicode: terminal.glyphs == .unicode, hasColor: terminal.colorDepth != .monochrome)
    console = ConsoleState(size: terminal.size, world: world)
    effects = EffectRunner(world: world, terminal: terminal, loop: loop)
    if let endsAfter {
      let loop = loop
      endTimer = loop.schedule(after: endsAfter) { loop.stop() }
    }
  }

  /// Runs until the user leaves or a signal ends it.
  ///
  /// - Returns: The signal that ended it, which the process is to die of once all is put away.
  func run() throws -> Int32? {
    defer { terminal.close() }
    for descriptor in terminal.inputDescriptors {
      try loop.register(descriptor, interest: .readable) { [unowned self] _ in readTerminal() }
    }
    world.onNews = { [unowned self] changes in handle(.changed(changes)) }
    effects.onEvent = { [unowned self] event in handle(event) }
    effects.onQuit = { [unowned self] in loop.stop() }
    try world.follow()
    ticker = loop.schedule(every: .seconds(1)) { [unowned self] in
      if !isSettled { settle() }
      world.refreshCounters()
      handle(.tick)
    }
    loop.addTurnEndHook { [unowned self] in draw() }
    draw()
    try loop.run()
    world.close()
    return endSignal
  }

  /// Once the start is over: most of the program's pages served it alone.
  private func settle() {
    isSettled = true
    ks_memory_release()
  }

  private func readTerminal() {
    for event in terminal.readEvents() {
      switch event {
      case .terminate(let number):
        endSignal = number
        loop.stop()
      case .closed: loop.stop()
      default: handle(.terminal(event))
      }
    }
  }

  private func handle(_ event: ConsoleEvent) {
    isDirty = true
    for effect in console.reduce(event, world: world) { effects.carryOut(effect) }
  }

  private func draw() {
    guard isDirty else { return }
    // What was typed while a question was being put together is no answer to it.
    if console.isAboutToAsk { readTerminal() }
    isDirty = false
    var frame = terminal.makeFrame()
    let cursor = console.draw(into: &frame, world: world)
    terminal.present(frame, cursor: cursor)
    console.notePresented()
  }
}
