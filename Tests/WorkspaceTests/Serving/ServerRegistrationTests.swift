import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

@Suite struct ServerRegistrationTests {
  private func addresses(_ port: Int, control: Int? = nil) -> ServerAddresses {
    ServerAddresses(
      gateway: "http://127.0.0.1:\(port)", control: control.map { "http://127.0.0.1:\($0)" })
  }

  @Test func tellsOfServersThatRunAndForgetsOthers() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path
    #expect(ServerRegistration.running(in: path).isEmpty)
    var first = ServerRegistration(workspaceDirectory: path, addresses: addresses(1))
    let second = ServerRegistration(workspaceDirectory: path, addresses: addresses(2))
    #expect(first != nil)
    #expect(ServerRegistration.running(in: path) == [addresses(1), addresses(2)])
    first?.add(control: "http://127.0.0.1:3")
    #expect(ServerRegistration.running(in: path) == [addresses(1, control: 3), addresses(2)])
    first = nil
    #expect(ServerRegistration.running(in: path) == [addresses(2)])
    let old = "\(path)/run/gateway-1-a"
    #expect(FileManager.default.createFile(atPath: old, contents: Data("http://h:1\n".utf8)))
    #expect(ServerRegistration.running(in: path) == [addresses(2)])
    #expect(!FileManager.default.fileExists(atPath: old))
    withExtendedLifetime(second) {}
  }

  /// Readers delete what nobody holds; a server that is just starting is held by itself.
  @Test func keepsAServerThatStartsWhileOthersLook() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path
    let isOver = Mutex(false)
    let readers = (0..<2).map { _ in
      let ended = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        while !isOver.withLock({ $0 }) { _ = ServerRegistration.running(in: path) }
        ended.signal()
      }
      return ended
    }
    for number in 0..<500 {
      let registration = ServerRegistration(
        workspaceDirectory: path, addresses: addresses(number))
      #expect(ServerRegistration.running(in: path) == [addresses(number)])
      withExtendedLifetime(registration) {}
    }
    isOver.withLock { $0 = true }
    for reader in readers { reader.wait() }
  }
}
