import TestSupport

/// A way through every screen, form, question, menu and text of a console on a `Shop` whose gateway has
/// refused some requests.
struct ConsoleWalk {
  /// A place of the console.
  private struct Place {
    /// The keys that lead to it from the place before.
    let keys: String
    /// What is seen there.
    let text: String
    /// What is seen of the dialog below it, which Esc leaves next.
    var under: String?
    /// False for a screen, which one leaves by going to another.
    var isLeft = true
  }

  private static let places = [
    Place(keys: "5", text: "Usage ", isLeft: false), Place(keys: "6", text: "Trace", isLeft: false),
    Place(keys: "7", text: "─ History", isLeft: false),
    Place(keys: "Enter", text: "Journal line #"),
    Place(keys: "d", text: "Changed by #"), Place(keys: "^P", text: "─ AWS CLI"),
    Place(keys: "U ^P", text: "─ AWS CLI", under: "─ Take back #"),
    Place(keys: "8", text: "─ Findings", isLeft: false), Place(keys: "?", text: "place before"),
    Place(keys: ":", text: "recent first"), Place(keys: "1 a", text: "enable or disable"),
    Place(keys: "y", text: "─ Copy"), Place(keys: "J", text: "\"enabled\""),
    Place(keys: "d", text: "Changed by #"),
    Place(keys: "t", text: "what would let it pass", isLeft: false),
    Place(keys: "1 e", text: "─ Key web"),
    Place(keys: "r", text: "─ Rotate"),
    Place(keys: "r ^P", text: "create-api-key", under: "─ Rotate"),
    Place(keys: "p", text: "─ Plans of"), Place(keys: "i", text: "Requests left"),
    Place(keys: "D", text: "─ Delete "),
    Place(keys: "D ^P", text: "delete-api-key", under: "─ Delete "),
    Place(keys: "2 e", text: "─ Plan standard"), Place(keys: "m", text: "─ Keys of plan"),
    Place(keys: "3 j e", text: "─ Method GET /pets"), Place(keys: "4 d", text: "Deploy"),
    Place(keys: "4 r", text: "Roll back"), Place(keys: "4 e", text: "─ Stage"),
  ]

  let terminal: PseudoTerminal

  /// Goes to each place, back and on to the next.
  /// - Parameter look: looks at the screen wherever something new is on it; told by which keys.
  func go(_ look: (String) -> Void) throws {
    for place in Self.places {
      try terminal.press(place.keys)
      try terminal.wait(forText: place.text)
      look(place.keys)
      // Waits, since an escape that a key follows at once would be that key with Alt.
      for text in place.isLeft ? [place.text, place.under].compactMap(\.self) : [] {
        try terminal.press("Esc")
        try terminal.wait(untilGone: text)
        look("\(place.keys) Esc")
      }
    }
  }
}
