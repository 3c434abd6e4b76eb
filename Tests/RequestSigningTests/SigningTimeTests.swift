import Testing

@testable import RequestSigning

@Suite struct SigningTimeTests {
  @Test(
    arguments: [
      (0, "19700101T000000Z"), (1_440_938_160, "20150830T123600Z"),
      (951_782_399, "20000228T235959Z"), (951_782_400, "20000229T000000Z"),
      (951_868_800, "20000301T000000Z"), (4_102_444_800, "21000101T000000Z"),
      (4_107_542_400, "21000301T000000Z"), (253_402_300_799, "99991231T235959Z"),
    ] as [(Int64, String)])
  func basicText(_ seconds: Int64, _ text: String) {
    #expect(SigningTime(seconds: seconds).basicText == text)
    #expect(SigningTime(Array(text.utf8)) == SigningTime(seconds: seconds))
    #expect(SigningTime(milliseconds: seconds * 1_000 + 999).basicText == text)
  }

  @Test func everyDayOfFourCenturies() {
    for day in Int64(0)..<146_097 {
      let time = SigningTime(seconds: day * 86_400)
      guard SigningTime(Array(time.basicText.utf8)) == time else {
        Issue.record("day \(day) is \(time.basicText)")
        return
      }
    }
  }

  @Test func headerDate() {
    let time = SigningTime(seconds: 1_440_938_160)
    #expect(SigningTime(Array("Sun, 30 Aug 2015 12:36:00 GMT".utf8)) == time)
  }

  @Test(arguments: [
    "", "20150830", "20150830T123600", "20150830T123600z", "20150830 123600Z",
    "20151330T123600Z", "20150230T123600Z", "20150830T243600Z", "20150830T126000Z",
    "20150830T123660Z", "2015083aT123600Z", "+0150830T123600Z", "2015-08-30T12:36:00Z",
    "Sun, 30 Aug 2015 12:36:00 UTC", "Sun, 30 aug 2015 12:36:00 GMT",
    "Sun, 31 Feb 2015 12:36:00 GMT", "Sunday, 30-Aug-15 12:36:00 GMT", "19691231T235959Z",
  ])
  func noDate(_ text: String) {
    #expect(SigningTime(Array(text.utf8)) == nil)
  }

  @Test func beforeTheEpochSecondsAreRoundedDown() {
    #expect(SigningTime(milliseconds: -1).seconds == -1)
    #expect(SigningTime(milliseconds: -1_000).seconds == -1)
    #expect(SigningTime(milliseconds: -1).basicText == "19691231T235959Z")
  }
}
