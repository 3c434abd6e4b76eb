/// Every case there is: the one place where a new one is added.
enum BenchmarkCases {
  static let all: [BenchmarkCase] = [
    .gatewayMock,
    .gatewayProxy,
    .changeLatency,
    .consoleStart,
    .consoleKeys,
    .consoleBurst,
    .consoleIdle,
    .journalAppend,
    .openTenThousand,
    .controlCreate,
    .controlPage,
    .controlCost,
    .controlVisible,
  ]
}
