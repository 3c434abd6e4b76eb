import CSystem
@testable import EventLoop
import Glibc
import Testing

@Suite struct DescriptorTests {
  /// A non-blocking pipe that is closed when the value goes.
  final class Pipe {
    var readEnd: Int32 = -1
    var writeEnd: Int32 = -1

    init() throws {
      try #require(ks_pipe_create(&readEnd, &writeEnd) == 0)
    }

    deinit {
      close(readEnd)
      close(writeEnd)
    }

    func send(_ byte: UInt8 = 1) {
      withUnsafeBytes(of: byte) { _ = write(writeEnd, $0.baseAddress, 1) }
    }
  }

  @Test func reportsReadableUntilTheBytesAreTaken() throws {
    let loop = try EventLoop()
    let pipe = try Pipe()
    var reports: [Readiness] = []
    try loop.register(pipe.readEnd, interest: .readable) { reports.append($0) }
    try loop.runOnce(timeout: .zero)
    #expect(reports.isEmpty)
    pipe.send()
    try loop.runOnce(timeout: .seconds(5))
    try loop.runOnce(timeout: .seconds(5))
    #expect(reports == [.readable, .readable])
    var byte: UInt8 = 0
    #expect(read(pipe.readEnd, &byte, 1) == 1)
    try loop.runOnce(timeout: .zero)
    #expect(reports.count == 2)
  }

  @Test func interestCanBeTakenBackAndGivenAgain() throws {
    let loop = try EventLoop()
    let pipe = try Pipe()
    var count = 0
    try loop.register(pipe.readEnd, interest: .readable) { _ in count += 1 }
    pipe.send()
    try loop.modify(pipe.readEnd, interest: [])
    try loop.runOnce(timeout: .zero)
    #expect(count == 0)
    try loop.modify(pipe.readEnd, interest: .readable)
    try loop.runOnce(timeout: .seconds(5))
    #expect(count == 1)
  }

  /// Two descriptors are ready in one turn; the first handler closes the other one and opens a new
  /// one that gets the same number. The event reported for the old must not reach the new.
  @Test func eventOfClosedDescriptorIsNotDeliveredToItsSuccessor() throws {
    let loop = try EventLoop()
    let first = try Pipe()
    let second = try Pipe()
    let pipes = [first, second]
    var successorReports = 0
    var handled = 0
    for index in 0..<2 {
      try loop.register(pipes[index].readEnd, interest: .readable) { _ in
        handled += 1
        let other = pipes[1 - index]
        let number = other.readEnd
        loop.deregister(number)
        #expect(dup2(index == 0 ? first.writeEnd : second.writeEnd, number) == number)
        try? loop.register(number, interest: .writable) { _ in successorReports += 1 }
      }
    }
    first.send()
    second.send()
    try loop.runOnce(timeout: .seconds(5))
    #expect(handled == 1)
    #expect(successorReports == 0)
  }

  @Test func handlerMayDeregisterItself() throws {
    let loop = try EventLoop()
    let pipe = try Pipe()
    var count = 0
    try loop.register(pipe.readEnd, interest: .readable) { [unowned loop] _ in
      count += 1
      loop.deregister(pipe.readEnd)
    }
    pipe.send()
    try loop.runOnce(timeout: .seconds(5))
    try loop.runOnce(timeout: .zero)
    #expect(count == 1)
  }

  @Test func anotherEpollCanBeWatched() throws {
    let loop = try EventLoop()
    let inner = ks_epoll_create()
    defer { close(inner) }
    let pipe = try Pipe()
    #expect(ks_epoll_add(inner, pipe.readEnd, Interest.readable.rawValue, 7) == 0)
    var count = 0
    try loop.register(inner, interest: .readable) { _ in count += 1 }
    pipe.send()
    try loop.runOnce(timeout: .seconds(5))
    #expect(count == 1)
  }

  @Test func refusesWhatItCannotWatch() throws {
    var limits = EventLoopLimits()
    limits.descriptors = 4
    let loop = try EventLoop()
    let file = open("/proc/self/exe", O_RDONLY)
    defer { close(file) }
    #expect(throws: EventLoopError(operation: .register, errno: EPERM)) {
      try loop.register(file, interest: .readable) { _ in }
    }
    let pipe = try Pipe()
    try loop.register(pipe.readEnd, interest: .readable) { _ in }
    #expect(throws: EventLoopError(operation: .register, errno: EEXIST)) {
      try loop.register(pipe.readEnd, interest: .readable) { _ in }
    }
    #expect(throws: EventLoopError(operation: .modify, errno: ENOENT)) {
      try loop.modify(pipe.writeEnd, interest: .writable)
    }
    #expect(throws: EventLoopError.self) { _ = try EventLoop(limits: limits) }
  }

  @Test func endOfStreamIsAHangup() throws {
    let loop = try EventLoop()
    let pipe = try Pipe()
    var seen: Readiness = []
    try loop.register(pipe.readEnd, interest: .readable) { seen = $0 }
    close(pipe.writeEnd)
    pipe.writeEnd = -1
    try loop.runOnce(timeout: .seconds(5))
    #expect(seen.contains(.hangup))
  }
}
