import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DataPlane

@Suite struct GatewayRegistrationTests {
  @Test func tellsOfGatewaysThatRunAndForgetsOthers() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path
    var first = GatewayRegistration(workspaceDirectory: path, url: "http://127.0.0.1:1")
    let second = GatewayRegistration(workspaceDirectory: path, url: "http://127.0.0.1:2")
    #expect(first != nil)
    #expect(
      GatewayRegistration.running(in: path) == ["http://127.0.0.1:1", "http://127.0.0.1:2"])
    first = nil
    #expect(GatewayRegistration.running(in: path) == ["http://127.0.0.1:2"])
    let old = "\(path)/run/gateway-1-a"
    #expect(FileManager.default.createFile(atPath: old, contents: Data("old".utf8)))
    #expect(GatewayRegistration.running(in: path) == ["http://127.0.0.1:2"])
    #expect(!FileManager.default.fileExists(atPath: old))
    withExtendedLifetime(second) {}
  }

  /// Readers delete what nobody holds; a gateway that is just starting is held by itself.
  @Test func keepsAGatewayThatStartsWhileOthersLook() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path
    let isOver = Mutex(false)
    let readers = (0..<2).map { _ in
      let ended = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        while !isOver.withLock({ $0 }) { _ = GatewayRegistration.running(in: path) }
        ended.signal()
      }
      return ended
    }
    for number in 0..<500 {
      let url = "http://127.0.0.1:\(number)"
      let registration = GatewayRegistration(workspaceDirectory: path, url: url)
      #expect(GatewayRegistration.running(in: path) == [url])
      withExtendedLifetime(registration) {}
    }
    isOver.withLock { $0 = true }
    for reader in readers { reader.wait() }
  }
}
