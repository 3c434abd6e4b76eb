extension FileJournal {
  /// Closes the active segment and begins a new one; the lock is held and everything was read.
  ///
  /// The order makes every moment safe for a power cut: the old segment is durable before the new
  /// one exists, and the new one before the manifest names it.
  func roll(at time: JournalTime) throws(JournalError) {
    guard let durability = writing?.durability else { return }
    let old = cursor.segment
    old.written = OpenSegment.Reach(head: cursor.head, offset: cursor.offset)
    try durability.sync(old, through: cursor.head.sequence)
    var next = manifest
    next.segments[next.segments.count - 1].end = .init(
      last: cursor.head.sequence, byteCount: cursor.offset)
    try begin(after: cursor.head, in: next, time: time, lines: [])
  }

  /// Makes a segment behind those of `manifest`, and switches to it.
  ///
  /// - Parameters:
  ///   - manifest: this journal's manifest with its active segment closed or dropped.
  ///   - lines: whole records to begin the segment with, as bytes.
  func begin(
    after head: JournalHead, in manifest: Manifest, time: JournalTime, lines: [UInt8]
  ) throws(JournalError) {
    // A failed sync poisons the segment that others see as the active one: until the manifest is
    // renamed the old one, the new one from then on.
    var visible = self.manifest.active.serial
    do throws(JournalError) {
      let header = SegmentHeader(
        journal: manifest.journal, serial: visible + 1, first: head.sequence + 1,
        previous: head.chain, created: time)
      let (entry, segment) = try place.makeSegment(
        header, avoiding: self.manifest.segments.map(\.file), time: time, lines: lines)
      var next = manifest
      next.segments.append(entry)
      next.generation = self.manifest.generation + 1
      let file = try place.prepareManifest(next)
      visible = header.serial
      try place.switchManifest()
      (self.manifest, manifestFile) = (next, file)
      cursor = RecordCursor(startOf: segment, digest: digest)
    } catch {
      if error.code == .syncFailed {
        writing?.durability.poison(sequence: head.sequence + 1, segment: visible)
      }
      throw error
    }
  }
}

extension Workplace {
  /// Makes a segment file, durable together with its name.
  ///
  /// - Parameters:
  ///   - names: files of the journal, whose names are taken.
  ///   - lines: whole records to begin it with, as bytes.
  func makeSegment(
    _ header: SegmentHeader, avoiding names: [String], time: JournalTime, lines: [UInt8]
  ) throws(JournalError) -> (Manifest.Segment, OpenSegment) {
    let plain = LineText.sixteenDigits(header.first)
    let name = names.contains("\(plain).jl") ? "\(plain)-\(header.serial).jl" : "\(plain).jl"
    let path = "\(segments.path)/\(name)"
    try setAside(name, time: time)
    let line = header.line
    let file = try journalCall("make the segment \(path)") { () throws(SystemCallError) in
      let file = try segments.open(name, .createNew)
      try file.writeAll(line, at: 0)
      try file.writeAll(lines, at: Int64(line.count))
      return file
    }
    try syncCall("sync the new segment \(path)") { () throws(SystemCallError) in
      try file.sync()
      try segments.sync()
    }
    let entry = Manifest.Segment(
      file: name, serial: header.serial, first: header.first, previous: header.previous)
    let segment = OpenSegment(file: file, header: header, headerByteCount: line.count)
    return (entry, segment)
  }

  /// Renames a file that an interrupted roll left under the name of the segment to be made. It is
  /// kept: under a wrong manifest it could hold records.
  private func setAside(_ name: String, time: JournalTime) throws(JournalError) {
    do throws(SystemCallError) {
      try segments.rename(name, to: "unlisted-\(time.microseconds)-\(name)")
    } catch  where error.isMissing {
      return
    } catch {
      throw JournalError(error, "set the left-over file \(segments.path)/\(name) aside")
    }
  }

  /// Reads `MANIFEST`.
  func readManifest() throws(JournalError) -> (Manifest, any StorageFile) {
    let path = "\(home.path)/\(Self.manifestName)"
    guard let file = try openFile(Self.manifestName, in: home, .read) else {
      let isJournal = try names(in: segments).contains { $0.hasSuffix(".jl") }
      throw JournalError(
        isJournal ? .manifestDamaged : .notFound,
        isJournal ? "there are segments but no manifest" : "the folder holds no journal",
        at: .init(file: path))
    }
    let bytes = try journalCall("read \(path)") { () throws(SystemCallError) in
      try file.bytes(from: 0, limitBytes: JournalLimits.manifestBytes)
    }
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(LineProblem) in try Manifest(line: bytes) }
    }
    switch result {
    case .success(let manifest): return (manifest, file)
    case .failure(.newerVersion(let version)):
      throw JournalError(
        .newerVersion, "the manifest asks for format version \(version)", at: .init(file: path))
    case .failure(let problem):
      throw JournalError(
        .manifestDamaged, "the manifest \(problem.description)", at: .init(file: path))
    }
  }

  /// Writes another manifest aside, durable.
  func prepareManifest(_ manifest: Manifest) throws(JournalError) -> any StorageFile {
    let line = manifest.line
    let file = try journalCall("write the new manifest") { () throws(SystemCallError) in
      do throws(SystemCallError) {
        try home.remove(Self.manifestDraftName)
      } catch  where error.isMissing {
        // The usual case: no earlier switch was interrupted.
      }
      let file = try home.open(Self.manifestDraftName, .createNew)
      try file.writeAll(line, at: 0)
      return file
    }
    try syncCall("sync the new manifest") { () throws(SystemCallError) in try file.sync() }
    return file
  }

  /// Switches to the manifest that was written aside, in one step.
  func switchManifest() throws(JournalError) {
    try journalCall("switch the manifest") { () throws(SystemCallError) in
      try home.rename(Self.manifestDraftName, to: Self.manifestName)
    }
    try syncCall("sync the workspace folder") { () throws(SystemCallError) in try home.sync() }
  }

  /// Runs a sync: its failure is not one of many but the end of writing.
  func syncCall(
    _ purpose: String, _ call: () throws(SystemCallError) -> Void
  ) throws(JournalError) {
    do throws(SystemCallError) {
      try call()
    } catch {
      var failure = JournalError(error, purpose)
      failure.code = .syncFailed
      failure.remedy = JournalErrorCode.syncFailed.remedy
      throw failure
    }
  }
}
