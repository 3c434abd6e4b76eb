public import Terminal

/// A console on a simulated world and a screen in memory, driven by keys.
public final class ConsoleDriver {
  /// The world.
  public let world: SimulatedWorld
  /// The screen.
  public let screen: MemoryScreen
  /// The console.
  public private(set) var console: ConsoleState
  /// Effects that are the program's business, such as quitting, in the order they were wanted.
  public private(set) var wanted: [Effect] = []

  /// Opens a console and draws its first frame.
  public init(
    _ world: SimulatedWorld, size: Size = Size(width: 120, height: 40), glyphs: Glyphs = .unicode
  ) {
    self.world = world
    screen = MemoryScreen(size: size, glyphs: glyphs)
    console = ConsoleState(size: size, world: world)
    draw()
  }

  /// Types keys in key notation with blanks between them, such as `g g ^S F4`.
  public func type(_ notation: String) throws {
    try screen.type(keys: notation)
    pump()
  }

  /// Types the characters of a text, one press each.
  public func type(text: String) {
    screen.type(text: text)
    pump()
  }

  /// Lets the console see an event, carries out all that comes of it, and draws.
  public func send(_ event: ConsoleEvent) {
    take(event)
    draw()
  }

  /// Lets the terminal tell something.
  public func send(_ event: TerminalEvent) { send(.terminal(event)) }

  /// Gives the screen another size.
  public func resize(to size: Size) {
    screen.resize(to: size)
    pump()
  }

  /// Lets a second pass, with its tick.
  public func tick() {
    world.advance(milliseconds: 1_000)
    send(.tick)
  }

  /// Types keys in key notation faster than anything is drawn.
  public func typeAhead(_ notation: String) throws {
    try screen.type(keys: notation)
    for event in screen.readEvents() { take(.terminal(event)) }
    draw()
  }

  private func pump() {
    for event in screen.readEvents() {
      take(.terminal(event))
      draw()
    }
    draw()
  }

  private func take(_ event: ConsoleEvent) {
    var queue = [event]
    while !queue.isEmpty {
      for effect in console.reduce(queue.removeFirst(), world: world) {
        switch effect {
        case .suspend, .redraw, .quit, .setMouse: wanted.append(effect)
        default: queue += world.carryOut(effect)
        }
      }
    }
  }

  private func draw() {
    var frame = screen.makeFrame()
    let cursor = console.draw(into: &frame, world: world)
    screen.present(frame, cursor: cursor)
    console.notePresented()
  }
}
