/// One step through a YAML document.
struct YAMLEvent {
  /// What kinds of steps there are.
  enum Kind: Equatable {
    case documentStart
    case documentEnd
    case streamEnd
    /// `isPlain` when it stands without quotes, so that it may be a number, a truth or null.
    case scalar(String, isPlain: Bool)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case alias(String)
    case other
  }

  /// What it is.
  var kind: Kind
  /// The name a later alias refers to it by.
  var anchor: String?
  /// A tag written out in the document.
  var tag: String?
  /// Where it begins.
  var place: DocumentError.Place
}
