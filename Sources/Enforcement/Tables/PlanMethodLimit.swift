/// A plan's limit for one method of a stage.
struct PlanMethodLimit {
  /// `RouteMethod.throttleKey` of the method.
  var throttleKey: String
  /// Compared first, so that a miss costs one comparison of numbers.
  var hash: UInt64
  var limit: ThrottleLimit
  /// The bucket's place in `MemberEntry.methodBuckets`.
  var place: Int
}
