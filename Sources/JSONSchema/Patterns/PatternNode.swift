/// A regular expression as its parser understood it.
indirect enum PatternNode {
  case empty
  case set(PatternSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// `most` nil is without end.
  case repeated(PatternNode, least: Int, most: Int?)
  case start
  case end
  case wordBoundary(isNegated: Bool)
  case lookahead(PatternNode, isNegated: Bool)
}
