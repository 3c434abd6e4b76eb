/// An accessory that takes tags.
protocol TaggedAccessory: RuledAccessory {
  /// At most 50 tags.
  var tags: [String: String] { get set }
}
