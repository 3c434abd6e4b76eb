import GatewayModel

/// Places the user has been at, for going back and forward as in a browser.
struct PlaceHistory: Sendable {
  /// A screen or a pane with its cursor.
  struct Place: Hashable, Sendable {
    var screen: ScreenID?
    var pane: PaneKind
    var ref: EntityRef?
  }

  /// Places kept; older ones are forgotten.
  static let limitPlaces = 64

  private var places: [Place] = []
  private var current = 0

  /// Notes that the user leaves a place for another.
  mutating func leave(_ place: Place) {
    if places.isEmpty || current >= places.count {
      if places.last != place { places.append(place) }
    } else {
      places.removeSubrange((current + 1)...)
      places[current] = place
    }
    if places.count > Self.limitPlaces { places.removeFirst() }
    current = places.count
  }

  /// The place before, nil at the beginning; `here` is kept for the way back.
  mutating func back(from here: Place) -> Place? {
    guard current > 0 else { return nil }
    if current >= places.count { places.append(here) }
    current -= 1
    return places[current]
  }

  /// The place that was left last, nil at the beginning; asked for from there it is `here` again.
  mutating func last(from here: Place) -> Place? {
    let isBack = current + 1 < places.count && places[current] == here
    return isBack ? forward() : back(from: here)
  }

  /// The place after, nil at the end.
  mutating func forward() -> Place? {
    guard current + 1 < places.count else { return nil }
    current += 1
    return places[current]
  }
}
