internal import CSystem
internal import Glibc

/// The pipe through which signal handlers tell a loop what arrived.
final class SignalPipe {
  let readEnd: Int32
  private let writeEnd: Int32
  private var handlers: [Int32: () -> Void] = [:]

  init() throws(EventLoopError) {
    var readEnd: Int32 = -1
    var writeEnd: Int32 = -1
    let result = ks_pipe_create(&readEnd, &writeEnd)
    guard result == 0 else { throw EventLoopError(operation: .create, errno: -result) }
    self.readEnd = readEnd
    self.writeEnd = writeEnd
  }

  func watch(_ number: Int32, _ handler: @escaping () -> Void) throws(EventLoopError) {
    if handlers[number] == nil {
      let result = ks_signal_watch(number, writeEnd)
      guard result == 0 else { throw EventLoopError(operation: .watchSignal, errno: -result) }
    }
    handlers[number] = handler
  }

  func unwatch(_ number: Int32) {
    guard handlers.removeValue(forKey: number) != nil else { return }
    ks_signal_unwatch(number)
  }

  /// Reads everything that arrived and calls each signal's handler once.
  func deliver() {
    var arrived: Set<Int32> = []
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(readEnd, &bytes, bytes.count)
      guard count > 0 else { break }
      for byte in bytes[..<count] { arrived.insert(Int32(byte)) }
    }
    for number in arrived.sorted() { handlers[number]?() }
  }

  func close() {
    for number in handlers.keys { ks_signal_unwatch(number) }
    handlers = [:]
    Glibc.close(readEnd)
    Glibc.close(writeEnd)
  }
}
