internal import GatewayModel

/// What the phases of one request have found so far; -1 stands for "none yet".
struct AdmissionRun {
  var stage: Int32 = -1
  var compiled: CompiledStage?
  var deployment: CompiledDeployment?
  var isCanary = false
  var method = -1
  var isKeyRequired = false
  var key: Int32 = -1
  var member: Int32 = -1
  var plan: Int32 = -1
  /// The stage's place in the plan's coverage.
  var coverage = -1
  /// Whether the plan's quota counts this request.
  var hasQuota = false
  /// The count the quota was judged by.
  var quota = QuotaCount(periodStart: CalendarDay(number: 0), used: 0)
  var allowance = 0
  var planMethodLimit: ThrottleLimit?
  var planMethodBucket = -1
  var planLimit: ThrottleLimit?
  var stageLimit: ThrottleLimit?
  var stageBucket = -1
  var accountLimit: ThrottleLimit?
  /// How long until the bucket that refused has a token, nanoseconds.
  var wait: Int64 = 0
}
