extension Workplace {
  /// Opens a file of the workspace folder for writing, and makes it when it is missing.
  func openOrMake(_ name: String) throws(JournalError) -> any StorageFile {
    if let file = try openFile(name, in: home, .readWrite) { return file }
    do throws(SystemCallError) {
      return try home.open(name, .createNew)
    } catch  where error.isAlreadyThere {
      // Another process made it in between.
      if let file = try openFile(name, in: home, .readWrite) { return file }
      throw JournalError(error, "open \(home.path)/\(name)")
    } catch {
      throw JournalError(error, "make \(home.path)/\(name)")
    }
  }

  /// Makes an empty journal unless there is one; the lock is held.
  ///
  /// The manifest comes last: before it is there, an interrupted creation is begun again.
  ///
  /// - Returns: whether one was made.
  func makeJournal(
    identity: TransactionID, digest: Digest, now: JournalTime
  ) throws(JournalError) -> Bool {
    guard try openFile(Self.manifestName, in: home, .read) == nil else { return false }
    try refuseOrphans()
    let header = SegmentHeader(
      journal: identity, serial: 1, first: 1, previous: digest.genesis(of: identity), created: now)
    let (entry, segment) = try makeSegment(header, avoiding: [], time: now, lines: [])
    let file = try openOrMake(Self.headName)
    let head = HeadFile(file: file)
    try journalCall("empty HEAD") { () throws(SystemCallError) in try file.truncate(to: 0) }
    try head.advance(
      to: segment.start, segment: header.serial, offset: segment.headerByteCount)
    try syncCall("sync HEAD and the workspace folder") { () throws(SystemCallError) in
      try file.sync()
      try home.sync()
      try fileSystem.syncParent(of: home.path)
    }
    _ = try prepareManifest(Manifest(journal: identity, generation: 1, segments: [entry]))
    try switchManifest()
    return true
  }

  /// Refuses to make a journal where records of one lie whose manifest is gone.
  private func refuseOrphans() throws(JournalError) {
    for name in try names(in: segments) where name.hasSuffix(".jl") {
      guard let file = try openFile(name, in: segments, .read) else { continue }
      let start = try journalCall("read \(segments.path)/\(name)") {
        () throws(SystemCallError) in
        try file.bytes(from: 0, limitBytes: 2 * SegmentHeader.limitBytes)
      }
      let lineBreaks = start.count { $0 == 0x0a }
      guard start.count <= SegmentHeader.limitBytes, lineBreaks <= 1 else {
        throw JournalError(
          .manifestDamaged, "there are records but no manifest",
          at: .init(file: "\(segments.path)/\(name)"))
      }
    }
  }
}
