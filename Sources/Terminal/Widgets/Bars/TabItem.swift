/// One tab: the way to a screen and, at a glance, how things are there.
public struct TabItem: Hashable, Sendable {
  /// Its name, with the key that leads there.
  public let title: DisplayText
  /// A count or an alarm.
  public let badge: StyledText

  /// Makes a tab.
  public init(_ title: DisplayText, badge: StyledText = .empty) {
    self.title = title
    self.badge = badge
  }
}
