/// The few ways text is set off on a terminal; the raw value is the SGR parameter.
public enum TextStyle: String, Sendable {
  case strong = "1"
  case muted = "2"
  case good = "32"
  case caution = "33"
  case bad = "31"
}
