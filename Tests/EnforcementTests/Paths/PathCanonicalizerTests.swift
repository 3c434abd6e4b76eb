import TestSupport
import Testing

@testable import Enforcement

@Suite("Canonical path")
struct PathCanonicalizerTests {
  let canonicalizer = PathCanonicalizer()

  func canonical(_ raw: [UInt8]) -> String {
    raw.withUnsafeBytes { bytes in
      let path = canonicalizer.canonicalize(bytes)
      return path.refusal.map { "\($0)" } ?? path.text
    }
  }

  @Test(
    "One form for each path, or a refusal",
    arguments: [
      ("/", "/"), ("/a/b", "/a/b"), ("/a/b/", "/a/b"), ("/a//b", "/a//b"), ("/a//", "/a"),
      ("//a", "/a"), ("///", "/"),
      ("/%41%5f%7E%3a", "/A_~:"), ("/a%20b", "/a%20b"), ("/a b", "/a%20b"),
      ("/%c3%a9", "/%C3%A9"), ("/é", "/%C3%A9"), ("/%e2%82%ac", "/%E2%82%AC"),
      ("/a;b=1", "/a;b=1"), ("/a%3Bb", "/a%3Bb"), ("/a+b", "/a+b"), ("/a%2bb", "/a%2Bb"),
      ("/%25", "/%25"), ("/%252e%252e", "/%252e%252e"), ("/%3f%23", "/%3F%23"),
      ("/{x}", "/%7Bx%7D"), ("/.a", "/.a"), ("/a.", "/a."), ("/...", "/..."), ("/%2ea", "/.a"),
      ("", "notAbsolute"), ("a", "notAbsolute"), ("*", "notAbsolute"),
      ("http://x/a", "notAbsolute"), ("/a%2fb", "escapedSlash"), ("/a%2Fb", "escapedSlash"),
      ("/a\\b", "backslash"), ("/a%5cb", "backslash"), ("/a%00", "controlCharacter"),
      ("/a%0d%0ab", "controlCharacter"), ("/a%7f", "controlCharacter"),
      ("/a\tb", "controlCharacter"),
      ("/a%", "badEscape"), ("/a%4", "badEscape"), ("/a%zz", "badEscape"), ("/%u0041", "badEscape"),
      ("/.", "dotSegment"), ("/..", "dotSegment"), ("/a/./b", "dotSegment"),
      ("/a/../b", "dotSegment"), ("/a/%2e/b", "dotSegment"), ("/a/%2E%2e/b", "dotSegment"),
      ("/a/.%2e", "dotSegment"), ("/..;x/b", "dotSegment"), ("/a/.;/b", "dotSegment"),
      ("/%c0%af", "badUTF8"), ("/%e0%80%af", "badUTF8"), ("/%ff", "badUTF8"), ("/%c3", "badUTF8"),
      ("/%c3/", "badUTF8"), ("/%ed%a0%80", "badUTF8"), ("/%f5%80%80%80", "badUTF8"),
      ("/a?b", "delimiter"), ("/a#b", "delimiter"),
    ])
  func forms(raw: String, expected: String) {
    #expect(canonical(Array(raw.utf8)) == expected)
  }

  @Test("The length limit is a limit on what arrives")
  func limit() {
    let longest = "/a" + String(repeating: "é", count: PathCanonicalizer.limitBytes / 2 - 1)
    #expect(longest.utf8.count == PathCanonicalizer.limitBytes)
    #expect(canonical(Array(longest.utf8)).utf8.count == 3 * PathCanonicalizer.limitBytes - 4)
    #expect(canonical(Array((longest + "a").utf8)) == "tooLong")
  }

  @Test("Canonical paths are their own canonical form, whatever arrives")
  func idempotent() {
    var random = SeededRandom(seed: 0x5EED)
    let alphabet: [UInt8] = Array("/aZ09._-~:%2eE5cCf;+ {é\\?".utf8)
    for _ in 0..<20_000 {
      let raw =
        [UInt8(ascii: "/")]
        + (0..<random.below(12)).map { _ in
          alphabet[random.below(alphabet.count)]
        }
      let once = canonical(raw)
      guard once.hasPrefix("/") else { continue }
      #expect(canonical(Array(once.utf8)) == once, "seed 0x5EED, path \(raw)")
    }
  }

  @Test("Splitting gives the first segment and the path below it")
  func splitting() {
    PathCanonicalizer.withCanonicalPath(of: "/api/prod/a/b") { path in
      let first = path.splittingFirstSegment()
      #expect(first.map { String(decoding: $0.segment, as: UTF8.self) } == "api")
      let second = first?.rest.splittingFirstSegment()
      #expect(second.map { String(decoding: $0.segment, as: UTF8.self) } == "prod")
      #expect(second?.rest.text == "/a/b")
      #expect(second?.rest.splittingFirstSegment()?.rest.splittingFirstSegment()?.rest.text == "/")
    }
    PathCanonicalizer.withCanonicalPath(of: "//prod//a//b/") { path in
      #expect(path.splittingFirstSegment()?.rest.text == "/a//b")
    }
    PathCanonicalizer.withCanonicalPath(of: "/prod//") { path in
      #expect(path.splittingFirstSegment()?.rest.text == "/")
    }
    PathCanonicalizer.withCanonicalPath(of: "/") { #expect($0.splittingFirstSegment() == nil) }
  }
}
