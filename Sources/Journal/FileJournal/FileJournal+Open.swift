extension FileJournal {
  /// Opens the journal of a workspace folder and mends what a crash left, as far as nothing that
  /// may have been acknowledged is touched.
  ///
  /// The head is before the first record then: take a checkpoint, if there is one
  /// (``openNewestCheckpoint()``), and catch up.
  ///
  /// - Parameters:
  ///   - path: the workspace folder, not a symbolic link. It is made when it is missing and
  ///     `access` allows that; its parent must exist.
  ///   - access: reading, writing, or making one where there is none.
  ///   - options: how it behaves.
  ///   - now: the wall clock, for the names and headers of new files.
  /// - Throws: ``JournalErrorCode/notFound``, one of the codes about owners and permissions,
  ///   ``JournalErrorCode/busy``, or one about damage. Nothing is changed by a refusal.
  /// - Complexity: O(*n*) in the bytes behind what `HEAD` names.
  public static func open(
    _ path: String, for access: JournalAccess, options: JournalOptions = JournalOptions(),
    now: JournalTime
  ) throws(JournalError) -> FileJournal {
    var newIdentity: TransactionID?
    if case .create(let identity) = access { newIdentity = identity }
    let place = try Workplace(
      path: path, fileSystem: options.fileSystem, creates: newIdentity != nil,
      allowsRemote: options.allowsRemoteFileSystem)
    if access == .readOnly { return try openForReading(place, options: options) }
    if newIdentity == nil { _ = try place.readManifest() }

    let lock = LockFile(
      file: try place.openOrMake(Workplace.lockName),
      holder: options.fileSystem.processDescription)
    let poison = try lock.acquire(limit: options.lockWait)
    defer { lock.release() }
    var report = RecoveryReport()
    if let newIdentity {
      report.isNew = try place.makeJournal(identity: newIdentity, digest: Digest(), now: now)
    }
    let (manifest, manifestFile) = try place.readManifest()
    let head = HeadFile(file: try place.openOrMake(Workplace.headName))
    let slot = try head.read().slot
    report.hadNoHead = slot == nil
    let journal = try FileJournal(
      place: place, options: options, manifest: manifest, manifestFile: manifestFile,
      headFile: head,
      writing: Writing(
        lock: lock,
        durability: Durability(
          head: head, lock: lock, durableSequence: slot?.head.sequence ?? 0)),
      report: report)
    try journal.recover(from: poison, now: now)
    return journal
  }

  private static func openForReading(
    _ place: Workplace, options: JournalOptions
  ) throws(JournalError) -> FileJournal {
    let (manifest, manifestFile) = try place.readManifest()
    var head: HeadFile?
    if let file = try place.openFile(Workplace.headName, in: place.home, .read) {
      head = HeadFile(file: file)
    }
    let journal = try FileJournal(
      place: place, options: options, manifest: manifest, manifestFile: manifestFile,
      headFile: head, writing: nil, report: RecoveryReport())
    journal.report.hadNoHead = try journal.lookAtHead() == nil
    try journal.reportUnlistedFiles()
    return journal
  }

  /// Mends what a crash or a failed sync left; the lock is held.
  private func recover(from poison: LockFile.Poison?, now: JournalTime) throws(JournalError) {
    let slot = try lookAtHead()
    if let slot, slot.segment > manifest.active.serial {
      throw JournalError(
        .rolledBack,
        "HEAD names segment \(slot.segment), but the manifest ends with \(manifest.active.serial)",
        at: .init(file: "\(place.home.path)/\(Workplace.manifestName)"))
    }
    let tail = try tailCursor(slot)
    if poison?.segment == manifest.active.serial {
      try rescue(tail, slot: slot, now: now)
      try writing?.lock.clear()
    } else {
      try readTail(tail) { problem, end throws(JournalError) in
        try cutTail(problem, at: tail, end: end)
      }
      try settle(tail, slot: slot)
    }
    cursor = try cursor(atSegment: 0)
    try lookAtHead()
    try reportUnlistedFiles()
  }

  /// A cursor behind what `HEAD` names, or at the start of the active segment.
  private func tailCursor(_ slot: HeadSlot?) throws(JournalError) -> RecordCursor {
    let active = manifest.active
    let segment = try place.openSegment(active, journal: manifest.journal, writes: true)
    guard let slot, slot.segment == active.serial else {
      return RecordCursor(startOf: segment, digest: digest)
    }
    let byteCount = try segment.byteCount()
    guard let offset = Int64(exactly: slot.offset), offset <= byteCount else {
      throw JournalError(
        .rolledBack,
        "the segment has \(byteCount) bytes, but record \(slot.head.sequence) ended at "
          + "\(slot.offset)",
        at: .init(file: segment.path, offset: byteCount, sequence: slot.head.sequence))
    }
    return RecordCursor(segment: segment, head: slot.head, offset: offset, digest: digest)
  }

  /// Reads the active segment to its end.
  func readTail(
    _ tail: RecordCursor,
    onProblem: (LineProblem, Int64) throws(JournalError) -> Void
  ) throws(JournalError) {
    let end = try tail.segment.byteCount()
    while true {
      switch try tail.next(end: end) {
      case .record(let line):
        highestClaim = max(highestClaim, line.durableSequence)
        tail.pass(line.sequence, line: line.bytes)
      case .problem(.newerVersion(let version)):
        throw JournalError(
          .newerVersion, "record is of format version \(version)",
          at: .init(
            file: tail.segment.path, offset: tail.offset, sequence: tail.head.sequence + 1))
      case .problem(let problem):
        try onProblem(problem, end)
        return
      case .end:
        let known = max(highestClaim, expectedHead?.sequence ?? 0)
        guard tail.head.sequence >= known else {
          throw JournalError(
            .rolledBack,
            "the journal ends with record \(tail.head.sequence), but record \(known) was durable",
            at: .init(file: tail.segment.path, offset: tail.offset, sequence: known))
        }
        return
      }
    }
  }

  /// Makes the records durable that were found behind `HEAD`, and moves it there: they may be
  /// acted upon from now on.
  private func settle(_ tail: RecordCursor, slot: HeadSlot?) throws(JournalError) {
    tail.segment.written = OpenSegment.Reach(head: tail.head, offset: tail.offset)
    try writing?.durability.sync(tail.segment, through: tail.head.sequence)
    if slot == nil {
      try headFile?.advance(
        to: tail.head, segment: tail.segment.serial, offset: tail.offset)
    }
  }

  private func reportUnlistedFiles() throws(JournalError) {
    let listed = Set(manifest.segments.map(\.file))
    report.unlistedFiles = try place.names(in: place.segments).filter { name in
      !listed.contains(name) && !name.hasPrefix("torn-")
    }
  }
}
