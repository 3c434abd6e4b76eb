extension GatewayState {
  /// Changes the account: the log role, and the limit over all requests.
  func decide(
    _ input: Command.UpdateAccount, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var new = account
    try Self.accountTable.apply(input.patchOperations, to: &new)
    return Decision(
      events: new == account ? [] : [.put(.account(new))], subjects: [.account])
  }

  /// What the account's PATCH takes.
  ///
  /// API Gateway raises the account's throttle on request to its support; here the operator is the
  /// support, so its two numbers have paths.
  static let accountTable = PatchTable<Account>(
    input: "updateAccountInput", refusal: .listsPaths,
    rules: [
      PatchRule("/cloudwatchRoleArn", .replace) { (account, step) throws(CommandError) in
        account.cloudwatchRoleArn = try step.text.map(roleArn)
      },
      PatchRule("/features", .add, .remove) { (account, step) throws(CommandError) in
        try changeFeatures(of: &account, step)
      },
      PatchRule("/throttleSettings/rateLimit", .replace) { (account, step) throws(CommandError) in
        account.throttleSettings.rateLimit = try UsagePlanRules.rateLimit(
          step.value ?? "", field: step.field)
      },
      PatchRule("/throttleSettings/burstLimit", .replace) { (account, step) throws(CommandError) in
        account.throttleSettings.burstLimit = try UsagePlanRules.burstLimit(
          step.value ?? "", field: step.field)
      },
    ])

  private static func roleArn(_ text: String) throws(CommandError) -> String {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[2] == "iam", !parts[5].isEmpty,
      text.utf8.count <= roleArnLimitBytes, text.utf8.allSatisfy(ASCII.isVisible)
    else {
      throw CommandError(
        .badRequest, "Role ARN is not well formed", field: "cloudwatchRoleArn",
        remedy: "Use an ARN such as arn:aws:iam::123456789012:role/NAME, or nothing to remove it.")
    }
    return text
  }

  private static func changeFeatures(
    of account: inout Account, _ step: PatchStep
  ) throws(CommandError) {
    guard step.value == Account.usagePlansFeature else {
      throw CommandError(
        .badRequest, "Invalid feature specified. Valid options are \(Account.usagePlansFeature)",
        field: "features", remedy: "Usage plans are always on; there is nothing to switch.")
    }
    guard step.op == .add else {
      throw CommandError(
        .badRequest, "Usage Plans cannot be disabled once enabled", field: "features",
        remedy: "Usage plans are always on; there is nothing to switch.")
    }
  }

  /// Bytes of a role's ARN.
  private static let roleArnLimitBytes = 2_048
}
