import GatewayModel
import Testing

@testable import Enforcement

@Suite("Route table")
struct RouteTableTests {
  /// The method that answers, as `/path/VERB`, or why none does.
  func match(_ methods: [String], _ verb: String, _ path: String) -> String {
    let table = RouteTable(Fixture.snapshot(methods))
    return PathCanonicalizer.withCanonicalPath(of: path) { path in
      if let refusal = path.refusal { return "\(refusal)" }
      switch table.match(path, verb: HTTPVerb(name: verb)) {
      case .noResource: return "noResource"
      case .noMethod: return "noMethod"
      case .closed(let index): return "closed \(table.methods[index].throttleKey)"
      case .method(let index): return table.methods[index].throttleKey
      }
    }
  }

  static let methods = [
    "GET /", "GET /pets", "ANY /pets", "GET /pets/{id}", "GET /pets/dog", "GET /pets/dog/tricks",
    "ANY /pets/{proxy+}", "GET /pets/{id}/photos/{photo}", "GET /{shop}/pets/{id}",
    "POST /a/b/c", "GET /{x}/b/{y}/d", "ANY /{all+}",
  ]

  @Test(
    "Literal before variable before greedy, exact verb before ANY, with backtracking",
    arguments: [
      ("GET", "/", "//GET"),
      ("GET", "/pets", "/pets/GET"),
      ("GET", "/pets/", "/pets/GET"),
      ("POST", "/pets", "/pets/ANY"),
      ("HEAD", "/pets", "/pets/ANY"),
      ("TRACE", "/pets", "noMethod"),
      ("get", "/pets", "noMethod"),
      ("HEAD", "/", "noMethod"),
      ("GET", "/pets/dog", "/pets/dog/GET"),
      ("GET", "/pets/cat", "/pets/{id}/GET"),
      ("POST", "/pets/cat", "noMethod"),
      ("GET", "/pets/cat/toys", "/pets/{proxy+}/ANY"),
      ("GET", "/pets/dog/toys", "/pets/{proxy+}/ANY"),
      ("GET", "/pets/dog/tricks", "/pets/dog/tricks/GET"),
      ("GET", "/pets/dog/tricks/1", "/pets/{proxy+}/ANY"),
      ("GET", "/pets/7/photos/9", "/pets/{id}/photos/{photo}/GET"),
      ("GET", "/pets/dog/photos/9", "/pets/{id}/photos/{photo}/GET"),
      ("GET", "/north/pets/7", "/{shop}/pets/{id}/GET"),
      ("POST", "/a/b/c", "/a/b/c/POST"),
      ("GET", "/a/b/c", "/{all+}/ANY"),
      ("POST", "/pets/dog", "/pets/{proxy+}/ANY"),
      ("OPTIONS", "/pets/dog/tricks", "/pets/{proxy+}/ANY"),
      ("TRACE", "/a/b/c", "noMethod"),
      ("GET", "/a/b/c/d", "/{x}/b/{y}/d/GET"),
      ("GET", "/Pets", "/{all+}/ANY"),
      ("GET", "/pets//dog", "noResource"),
      ("GET", "/pets//dog/toys", "/pets/{proxy+}/ANY"),
      ("GET", "/x//y", "/{all+}/ANY"),
      ("GET", "/a//b/y/d", "noResource"),
      ("GET", "//pets", "/pets/GET"),
      ("GET", "/pets//", "/pets/GET"),
      ("GET", "//", "//GET"),
      ("GET", "/p%65ts/d%6Fg", "/pets/dog/GET"),
      ("GET", "/pets;v=1", "/{all+}/ANY"),
    ])
  func precedence(verb: String, path: String, expected: String) {
    #expect(match(Self.methods, verb, path) == expected)
  }

  @Test("The nearest greedy resource with the verb answers what a literal one lacks, closed or not")
  func greedySibling() {
    let methods = ["GET /test", "GET /test/deep", "OPTIONS /test/{a+}", "POST /{b+}", "GET /{b+}"]
    #expect(match(methods, "OPTIONS", "/test/deep") == "/test/{a+}/OPTIONS")
    #expect(match(methods, "POST", "/test/deep") == "/{b+}/POST")
    #expect(match(methods, "POST", "/test") == "/{b+}/POST")
    #expect(match(methods, "OPTIONS", "/test") == "noMethod")
    #expect(match(methods, "POST", "/test/other") == "noMethod")
    #expect(match(["GET /{v}/x", "ANY /{v}/{b+}"], "POST", "/1/x") == "/{v}/{b+}/ANY")
    #expect(match(["GET /{v}", "ANY /{b+}"], "POST", "/1") == "noMethod")
  }

  @Test("A greedy resource does not answer for its parent")
  func greedyNeedsSegment() {
    #expect(match(["ANY /x/{proxy+}"], "GET", "/x") == "noResource")
    #expect(match(["ANY /x/{proxy+}"], "GET", "/x/") == "noResource")
    #expect(match(["ANY /x/{proxy+}"], "GET", "/x/y") == "/x/{proxy+}/ANY")
  }

  @Test("The root alone answers for /")
  func root() {
    #expect(match(["ANY /{proxy+}"], "GET", "/") == "noResource")
    #expect(match([], "GET", "/") == "noResource")
  }

  @Test(
    "Path parameters are those of the method that answers",
    arguments: [
      ("/{shop}/pets/{id}", "/north/pets/7", ["shop=north", "id=7"]),
      ("/files/{path+}", "/files/a/b/c", ["path=a/b/c"]),
      ("/files/{path+}", "//files/a//b/", ["path=a//b"]),
      ("/{a}/x/{b+}", "/1/x/2/", ["a=1", "b=2"]),
      ("/pets", "/pets", []),
      ("/{name}", "/a%20b", ["name=a%20b"]),
    ])
  func parameters(template: String, path: String, expected: [String]) {
    let table = RouteTable(Fixture.snapshot(["GET \(template)"]))
    let found = PathCanonicalizer.withCanonicalPath(of: path) {
      table.methods[0].parameters(in: $0)
    }
    #expect(found.map { "\($0.name)=\($0.value)" } == expected)
  }

  @Test("Verbs read from bytes are those read from names")
  func verbs() {
    for verb in HTTPVerb.allCases {
      Array(verb.name.utf8).withUnsafeBytes { #expect(HTTPVerb($0) == verb) }
      #expect(HTTPVerb(name: verb.name) == verb)
    }
    for name in ["", "GETX", "get", "TRACE", "CONNECT", "ANY", "\0GET"] {
      Array(name.utf8).withUnsafeBytes { #expect(HTTPVerb($0) == nil) }
    }
  }
}
