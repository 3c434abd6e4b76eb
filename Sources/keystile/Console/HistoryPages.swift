import Console
import EventLoop
import GatewayModel
import Workspace

/// The pages of history on the screen, read away from it: a journal takes time to search, and a frame
/// must not wait for it.
///
/// A page that is not there yet is empty, and the one of an older line is shown until the newer one has
/// come. It is read once the user has rested on it: moving on through a list reads nothing. Of pages
/// asked for while one is being read only the last is read next: a user who has moved on no longer
/// looks at the others.
final class HistoryPages {
  /// Which page.
  struct Question: Hashable, Sendable {
    let entity: EntityRef
    let limit: Int
  }

  private struct Page {
    /// The journal's last line when it was asked for.
    let head: Sequence64
    let lines: [HistoryLine]
  }

  /// Pages kept.
  private static let limit = 256

  private let past: PastReader
  private let tell: (HistoryEntry) -> HistoryLine
  private let onPage: () -> Void
  private var pages: [Question: Page] = [:]
  private var reading: (question: Question, head: Sequence64)?
  private var next: (question: Question, head: Sequence64)?
  private var rest: LoopTimer?

  /// How long a page has to be looked at before it is read.
  private static let restMilliseconds = 80

  /// - Parameters:
  ///   - past: Where to read.
  ///   - loop: Where pages are asked for and come in.
  ///   - tell: Puts an entry into the words of now.
  ///   - onPage: Hears that there is something new to draw.
  init(
    past: PastReader, loop: EventLoop, tell: @escaping (HistoryEntry) -> HistoryLine,
    onPage: @escaping () -> Void
  ) {
    self.past = past
    self.tell = tell
    self.onPage = onPage
    rest = loop.makeTimer { [unowned self] in readNext() }
  }

  /// What is known of a page, newest line first.
  ///
  /// - Parameter head: The journal's last line; a page of before is read anew.
  func lines(_ question: Question, head: Sequence64) -> [HistoryLine] {
    let page = pages[question]
    if page?.head != head { ask(question, head) }
    return page?.lines ?? []
  }

  private func ask(_ question: Question, _ head: Sequence64) {
    if let reading, reading == (question, head) { return }
    if let next, next == (question, head) { return }
    next = (question, head)
    rest?.arm(after: .milliseconds(Self.restMilliseconds))
  }

  private func readNext() {
    guard reading == nil, let (question, head) = next else { return }
    next = nil
    reading = (question, head)
    past.read({ history throws(WorkspaceError) in
      try history.page(limit: question.limit, filter: HistoryFilter(of: question.entity)).entries
    }) { [weak self] (result: Result<[HistoryEntry], WorkspaceError>) in
      // What cannot be read is empty; the console's follower tells of the trouble.
      self?.take(question, head, (try? result.get()) ?? [])
    }
  }

  private func take(_ question: Question, _ head: Sequence64, _ entries: [HistoryEntry]) {
    if pages.count >= Self.limit { pages.removeAll() }
    pages[question] = Page(head: head, lines: entries.map(tell))
    reading = nil
    // One that was asked for meanwhile and has rested long enough is next.
    if next != nil, rest?.deadlineNanoseconds == nil { readNext() }
    onPage()
  }
}
