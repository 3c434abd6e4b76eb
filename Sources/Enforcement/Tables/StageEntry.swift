internal import GatewayModel

/// A stage as the tables keep it: what plans refer to by number.
///
/// A stage that a plan names and that does not exist has an entry without `compiled`.
struct StageEntry {
  var id: ApiStageID
  var compiled: CompiledStage?
  /// By `CompiledStage.bucketPlaces`; shared by stage and canary, as both serve the same methods.
  var buckets: ContiguousArray<TokenBucket> = []
  /// How many plans name the stage.
  var planCount = 0

  static let blank = StageEntry(id: ApiStageID(apiId: "", stage: ""))

  /// Puts another stage in place, with the buckets of the methods that stay.
  mutating func replace(with next: CompiledStage?) {
    let old = Dictionary(
      uniqueKeysWithValues: zip(compiled?.bucketKeys ?? [], buckets))
    buckets = ContiguousArray(next?.bucketKeys.map { old[$0] ?? TokenBucket() } ?? [])
    compiled = next
  }
}
