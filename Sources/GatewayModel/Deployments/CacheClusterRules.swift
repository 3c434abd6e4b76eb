/// What the cache of a stage may be; it is kept and shown, a local gateway caches nothing.
enum CacheClusterRules {
  /// The sizes in gigabytes, as API Gateway's enumeration lists them.
  static let sizes = ["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"]

  /// Notes a size outside the enumeration.
  static func check(
    _ size: String?, of input: String, into violations: inout ConstraintViolations
  ) {
    violations.check(size, at: "\(input).cacheClusterSize", among: sizes, field: "cacheClusterSize")
  }
}
