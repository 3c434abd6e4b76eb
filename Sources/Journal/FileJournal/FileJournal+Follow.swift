extension FileJournal {
  /// An inotify descriptor on the segments and the manifest; see ``JournalBackend``.
  public func followDescriptor() throws(JournalError) -> Int32 {
    if let watch { return watch.descriptor }
    let place = place
    let watch = try journalCall("watch the journal for changes") { () throws(SystemCallError) in
      try place.fileSystem.watch([
        (directory: place.segments, includesWrites: true),
        (directory: place.home, includesWrites: false),
      ])
    }
    self.watch = watch
    return watch.descriptor
  }

  /// Empties the inotify queue; an overflow counts as news.
  @discardableResult
  public func drainNotifications() throws(JournalError) -> Bool {
    guard let watch else { return false }
    return try journalCall("take notifications") { () throws(SystemCallError) in
      try watch.drain()
    }
  }
}
