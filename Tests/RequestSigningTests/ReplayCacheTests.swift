import Testing

@testable import RequestSigning

/// Which repeats are honest and which are not.
@Suite struct ReplayCacheTests {
  /// A request as botocore sends it: the call's id is not under the signature.
  static func botocore(_ id: String, attempt: Int = 1) -> RawRequest {
    Example.signed().adding("amz-sdk-invocation-id", id)
      .adding("amz-sdk-request", "attempt=\(attempt); max=3")
  }

  /// A request as AWS's SDK for Go sends it: the call's id is under the signature.
  static func signedID(_ id: String, at time: SigningTime = Example.now) -> RawRequest {
    Example.signed(
      Example.request(headers: [
        .init("Amz-Sdk-Invocation-Id", id), .init("Amz-Sdk-Request", "attempt=1; max=25"),
      ]), at: time)
  }

  static func after(milliseconds: Int64) -> SigningTime {
    SigningTime(milliseconds: Example.now.milliseconds + milliseconds)
  }

  @Test func readingIsNoUse() {
    let verifier = Example.verifier()
    for second in [0, 1, 100] as [Int64] {
      #expect(
        Example.refusal(
          of: Example.signed(), by: verifier, at: Example.now.adding(seconds: second),
          isChange: false) == nil)
    }
    #expect(Example.refusal(of: Example.signed(), by: verifier) == nil)
  }

  @Test func anIDUnderTheSignatureIsUsedOnce() {
    let verifier = Example.verifier()
    #expect(Example.refusal(of: Self.signedID("a"), by: verifier) == nil)
    #expect(Example.refusal(of: Self.signedID("b"), by: verifier) == nil)
    let refusal = Example.refusal(of: Self.signedID("a"), by: verifier)
    #expect(refusal?.message.contains("was used before") == true)
    #expect(refusal?.code == .invalidSignature)
  }

  @Test func equalCallsOfOneSecondAreBothMeant() {
    let verifier = Example.verifier()
    for call in 0..<20 {
      let time = Self.after(milliseconds: Int64(call) * 50)
      #expect(
        Example.refusal(of: Self.botocore("call-\(call)"), by: verifier, at: time) == nil)
    }
    // A retry within the second has the call's id and the next attempt.
    #expect(Example.refusal(of: Self.botocore("call-3", attempt: 2), by: verifier) == nil)
  }

  @Test func anExactCopyIsRefusedAtOnce() {
    let verifier = Example.verifier()
    #expect(Example.refusal(of: Self.botocore("a"), by: verifier) == nil)
    #expect(Example.refusal(of: Self.botocore("a"), by: verifier) != nil)
    #expect(Example.refusal(of: Example.signed(), by: verifier) != nil, "the id taken away")
    #expect(Example.refusal(of: Self.botocore("b"), by: verifier) == nil)
  }

  @Test(arguments: [(0, true), (1_999, true), (2_000, true), (2_001, false), (250_000, false)])
  func aLateRepeatIsAReplay(_ milliseconds: Int64, _ isHonest: Bool) {
    let verifier = Example.verifier()
    #expect(Example.refusal(of: Self.botocore("a"), by: verifier) == nil)
    let refusal = Example.refusal(
      of: Self.botocore("b"), by: verifier, at: Self.after(milliseconds: milliseconds))
    #expect((refusal == nil) == isHonest)
  }

  @Test func aCallWithoutAnIDIsTakenOnce() {
    let verifier = Example.verifier()
    #expect(Example.refusal(of: Example.signed(), by: verifier) == nil)
    #expect(Example.refusal(of: Example.signed(), by: verifier) != nil)
    #expect(Example.refusal(of: Self.botocore("a"), by: verifier) != nil, "an id put beside it")
  }

  @Test func repeatsAreCounted() {
    let verifier = Example.verifier()
    for call in 0..<SigningLimits.repeats {
      #expect(Example.refusal(of: Self.botocore("\(call)"), by: verifier) == nil)
    }
    #expect(Example.refusal(of: Self.botocore("one more"), by: verifier) != nil)
  }

  @Test func aFutureDateDoesNotOutliveTheMemory() {
    let verifier = Example.verifier()
    let request = Self.signedID("a", at: Example.now.adding(seconds: 300))
    #expect(Example.refusal(of: request, by: verifier) == nil)
    for second in stride(from: Int64(1), through: 700, by: 7) {
      #expect(
        Example.refusal(of: request, by: verifier, at: Example.now.adding(seconds: second))
          != nil, "after \(second) s")
    }
  }

  @Test func changesSignedBeforeTheStartAreRefused() {
    func refusal(signedBefore seconds: Int64, isChange: Bool = true) -> SigningRefusal? {
      Example.refusal(
        of: Self.signedID("a", at: Example.now.adding(seconds: -seconds)),
        by: RequestVerifier(start: Example.now), isChange: isChange)
    }
    #expect(refusal(signedBefore: 0) == nil)
    #expect(refusal(signedBefore: 2) == nil)
    #expect(refusal(signedBefore: 3)?.message.hasPrefix("Signature expired") == true)
    #expect(refusal(signedBefore: 3, isChange: false) == nil)
  }

  @Test func aClockPutBackDoesNotShutTheDoor() {
    let verifier = RequestVerifier(start: Example.now.adding(seconds: 86_400))
    #expect(Example.refusal(of: Self.signedID("a"), by: verifier) == nil)
    #expect(Example.refusal(of: Self.signedID("a"), by: verifier) != nil)
  }

  @Test func fullMemoryForgetsTheOldestSecondAndRefusesIt() {
    var cache = ReplayCache(
      start: Example.now.adding(seconds: -900), skewSeconds: 300, limit: 10)
    func use(_ number: UInt64, second: Int64, key: String = "K") -> SignatureUse {
      SignatureUse(
        accessKeyID: key, digest: .init(high: number, low: 0),
        signedAt: Example.now.adding(seconds: second), nonce: .signed)
    }
    for number in 0..<5 as Range<UInt64> {
      #expect(cache.admit(use(number, second: 0), at: Example.now) == .admitted)
      #expect(cache.admit(use(100 + number, second: 1), at: Example.now) == .admitted)
    }
    #expect(cache.admit(use(200, second: 2), at: Example.now) == .admitted)
    let earliest = Example.now.adding(seconds: 1)
    #expect(cache.admit(use(0, second: 0), at: Example.now) == .tooOld(earliest))
    #expect(cache.admit(use(99, second: 0), at: Example.now) == .tooOld(earliest))
    #expect(cache.admit(use(100, second: 1), at: Example.now) == .repeated)
    #expect(cache.admit(use(0, second: 0, key: "other"), at: Example.now) == .admitted)
  }
}
