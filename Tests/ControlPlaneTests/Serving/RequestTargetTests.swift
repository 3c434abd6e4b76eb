import HTTPServer
import Testing

@testable import ControlPlane

@Suite("One signature, one reading of a target")
struct RequestTargetTests {
  private func target(_ text: String) -> RequestTarget? {
    Array(text.utf8).withUnsafeBytes { RequestTarget($0) }
  }

  @Test("A plus sign in a query stands for itself, as signatures take it; in a form it is a blank")
  func plus() throws {
    let literal = try #require(target("/tags/a?tagKeys=a+b"))
    let escaped = try #require(target("/tags/a?tagKeys=a%2Bb"))
    #expect(literal.query == [QueryItem("tagKeys", "a+b")])
    #expect(literal.query == escaped.query)
    #expect(target("/tags/a?tagKeys=a%20b")?.query == [QueryItem("tagKeys", "a b")])
    let form = Array("Action=a+b".utf8).withUnsafeBytes {
      PercentEncoding.items(Slice(base: $0, bounds: 0..<$0.count), plusIsBlank: true)
    }
    #expect(form == [QueryItem("Action", "a b")])
  }

  @Test(
    "Dot segments, which a signature leaves out, are refused",
    arguments: [
      "/restapis/a/../b", "/restapis/./a", "/..", "/apikeys/.", "/tags/%2e%2E/a", "/tags/%2E",
    ])
  func dotSegments(text: String) {
    #expect(target(text) == nil)
  }

  @Test(
    "Dots within a name stay", arguments: ["/restapis/a/models/a.b", "/x/...", "/a/1.0?x=.."])
  func dotsInNames(text: String) {
    #expect(target(text) != nil)
  }

  @Test(
    "Repeated slashes, which a signature joins, fit no operation",
    arguments: ["//apikeys", "/apikeys//a", "/tags//arn", "/tags/arn//restapis", "/tags/arn/"])
  func emptySegments(text: String) throws {
    let router = OperationRouter(OperationTable.all)
    #expect(router.match(.get, try #require(target(text))) == nil)
    #expect(router.match(.get, try #require(target("/tags/arn/restapis/a"))) != nil)
  }
}
