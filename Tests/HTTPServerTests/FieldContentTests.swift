import Testing

@testable import HTTPServer

/// Eight bytes are looked at together, so every byte is tried at every place of a word and its tail.
@Suite struct FieldContentTests {
  @Test func controlsAreFoundAtEveryPlace() {
    for length in 1...19 {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var value = [UInt8](repeating: 0x20, count: length)
          value[place] = byte
          let isControl = byte < 0x20 && byte != 0x09 || byte == 0x7F
          guard value.withUnsafeBytes(ASCII.isFieldContent) == isControl else { continue }
          Issue.record("byte \(byte) at \(place) of \(length)")
        }
      }
    }
  }

  @Test func tabsAndHighBytesHideNoControl() {
    for neighbour: UInt8 in [0x09, 0x80, 0xFF, 0x7E] {
      for place in 0..<16 {
        for byte: UInt8 in [0x00, 0x0A, 0x0D, 0x1F, 0x7F] {
          var value = [UInt8](repeating: neighbour, count: 16)
          #expect(value.withUnsafeBytes(ASCII.isFieldContent))
          value[place] = byte
          #expect(!value.withUnsafeBytes(ASCII.isFieldContent))
        }
      }
    }
    #expect([UInt8]().withUnsafeBytes(ASCII.isFieldContent))
  }
}
