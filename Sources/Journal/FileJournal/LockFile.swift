/// `LOCK`: the writers' lock, and in its content who holds it and whether the journal is poisoned.
///
/// It is never renamed or removed, so every process locks the same file. Two fixed places of 64
/// bytes: the holder's words, and the mark of a failed sync, which is written without the lock by
/// whichever thread sees the failure.
final class LockFile: Sendable {
  /// A failed sync: which record it was for, and the segment that must not be trusted any more.
  struct Poison: Hashable {
    var sequence: UInt64
    var segment: UInt64
  }

  private static let placeBytes = 64
  private let file: any StorageFile
  private let holder: [UInt8]

  /// Where it is, for messages.
  var path: String { file.path }

  init(file: any StorageFile, holder: String) {
    self.file = file
    self.holder = Self.padded(holder)
  }

  /// Waits for the lock and leaves this process's name in it.
  ///
  /// - Returns: the poison mark, if there is one.
  func acquire(limit: Duration) throws(JournalError) -> Poison? {
    let isLocked = try journalCall("lock the journal") { () throws(SystemCallError) in
      try file.lock(limit: limit)
    }
    guard isLocked else {
      let holder = (try? Self.text(content()[..<Self.placeBytes])) ?? "another process"
      throw JournalError(
        .busy, "the journal's lock is held by \(holder) for more than \(limit)",
        at: .init(file: file.path))
    }
    do throws(SystemCallError) {
      let content = try content()
      if !content[..<Self.placeBytes].elementsEqual(holder) {
        try file.writeAll(holder, at: 0)
      }
      return Self.poison(content)
    } catch {
      release()
      throw JournalError(error, "use the journal's lock file")
    }
  }

  /// Gives the lock back. A failure cannot happen with a valid descriptor, and closing would
  /// release it all the same.
  func release() {
    try? file.unlock()
  }

  /// The poison mark, if there is one.
  func poison() throws(SystemCallError) -> Poison? {
    Self.poison(try content())
  }

  /// Tells every process that a sync failed. Best effort: this process stops anyhow.
  func mark(_ poison: Poison) {
    let text = Self.padded("poisoned \(poison.sequence) \(poison.segment)")
    try? file.writeAll(text, at: Int64(Self.placeBytes))
    try? file.syncData()
  }

  /// Takes the mark away once everything unsynced was rewritten.
  func clear() throws(JournalError) {
    try journalCall("clear the poison mark") { () throws(SystemCallError) in
      try file.writeAll(Self.padded(""), at: Int64(Self.placeBytes))
    }
  }

  private func content() throws(SystemCallError) -> [UInt8] {
    var content = [UInt8](repeating: UInt8(ascii: " "), count: 2 * Self.placeBytes)
    let result = content.withUnsafeMutableBytes { buffer -> Result<Int, SystemCallError> in
      Result { () throws(SystemCallError) in try file.readFully(into: buffer, at: 0) }
    }
    _ = try result.get()
    return content
  }

  private static func poison(_ content: [UInt8]) -> Poison? {
    // Read under the lock by every change, and almost always blank.
    guard content[placeBytes...].starts(with: "poisoned ".utf8) else { return nil }
    let words = text(content[placeBytes...]).split(separator: " ")
    guard words.count == 3, let sequence = UInt64(words[1]),
      let segment = UInt64(words[2])
    else { return nil }
    return Poison(sequence: sequence, segment: segment)
  }

  /// A place's text without its padding.
  private static func text(_ place: ArraySlice<UInt8>) -> String {
    var text = place[...]
    while let last = text.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") || last == 0
    {
      text.removeLast()
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func padded(_ text: String) -> [UInt8] {
    var place = Array(text.utf8.prefix(placeBytes - 1))
    place.append(
      contentsOf: repeatElement(UInt8(ascii: " "), count: placeBytes - 1 - place.count))
    place.append(UInt8(ascii: "\n"))
    return place
  }
}
