extension FileJournal {
  /// The records read between two looks at whether to go on.
  private static let verifyStepLines = 10_000

  /// Reads a whole journal and checks every line, the chain, the segments' fit, `HEAD` and the
  /// checkpoints. Changes nothing and takes no lock.
  ///
  /// - Parameters:
  ///   - path: the workspace folder.
  ///   - expected: a head noted earlier, which must still be part of the history. It is what
  ///     uncovers a journal that was rewritten as a whole.
  ///   - progress: told what was read so far, every 10,000 records; false ends the reading early.
  /// - Throws: why the journal could not be opened at all.
  /// - Complexity: O(*n*) in the journal's length.
  public static func verify(
    _ path: String, expecting expected: JournalHead? = nil,
    options: JournalOptions = JournalOptions(),
    progress: (JournalVerification) -> Bool = { _ in true }
  ) throws(JournalError) -> JournalVerification {
    let journal = try open(
      path, for: .readOnly, options: options, now: JournalTime(microseconds: 0))
    var result = JournalVerification(identity: journal.identity, head: journal.head)
    result.segmentCount = journal.manifest.segments.count
    do {
      var isUnmet = expected
      if expected == journal.head { isUnmet = nil }
      while true {
        let step = try journal.catchUp(limitLines: verifyStepLines) { line in
          result.recordCount += 1
          result.byteCount += UInt64(line.bytes.count)
          guard let expected, line.sequence == expected.sequence else { return }
          let chain = journal.digest.chain(of: line.bytes)
          guard chain == expected.chain else {
            throw journal.error(
              .rewritten, "the noted head is \(expected), but the record has chain \(chain)")
          }
          isUnmet = nil
        }
        result.head = journal.head
        guard step.mayHaveMore, progress(result) else { break }
      }
      if let isUnmet, result.head.sequence < isUnmet.sequence {
        throw journal.error(.rolledBack, "the journal ends before the noted head \(isUnmet)")
      }
      try journal.noteRest(in: &result)
    } catch {
      result.head = journal.head
      var problem =
        (error as? JournalError) ?? journal.error(.inputOutput, "reading failed: \(error)")
      problem.remedy = problem.code.remedyAfterVerifying ?? problem.remedy
      result.firstProblem = problem
    }
    return result
  }

  /// Tells what lies beside the records: an unfinished one, files, checkpoints.
  private func noteRest(in result: inout JournalVerification) throws(JournalError) {
    let rest = try cursor.segment.byteCount() - cursor.offset
    if currentEntry?.end == nil, rest > 0 {
      result.notices.append(
        "An unfinished record of \(rest) bytes stands at the end; the next writer cuts it off.")
    }
    for name in try place.names(in: place.checkpoints) where name.hasSuffix(".ck") {
      do throws(JournalError) {
        guard let file = try place.openFile(name, in: place.checkpoints, .read) else { continue }
        _ = try CheckpointReader(file: file, journal: manifest.journal)
      } catch {
        report.skippedCheckpoints.append("\(place.checkpoints.path)/\(name): \(error.message)")
      }
    }
    result.notices += report.notices
  }
}
