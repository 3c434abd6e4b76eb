/// One tab: the way to a screen and, at a glance, how things are there.
public struct TabItem: Hashable, Sendable {
  /// Its name, with the key that leads there.
  public let title: DisplayText
  /// What stands for the name where there is no room for it: the key that leads there.
  public let short: DisplayText
  /// A count: the first to give way.
  public let badge: StyledText
  /// What somebody should look at: the last to give way.
  public let alarm: StyledText

  /// Makes a tab; without `short` its name is never shortened.
  public init(
    _ title: DisplayText, short: DisplayText? = nil, badge: StyledText = .empty,
    alarm: StyledText = .empty
  ) {
    self.title = title
    self.short = short ?? title
    self.badge = badge
    self.alarm = alarm
  }
}
