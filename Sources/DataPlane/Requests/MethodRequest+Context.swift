import GatewayModel

extension MethodRequest {
  /// `$context` as JSON, without the overrides.
  ///
  /// Source: API Gateway developer guide, "Variables for data models, authorizers, mapping templates,
  /// and CloudWatch access logging"; recorded answer with the whole of it.
  var context: JSONObject {
    var context = JSONObject()
    context.add("accountId", text: Self.accountId)
    context.add("apiId", text: apiId)
    context.add("deploymentId", text: deploymentId)
    context.add("domainName", text: domainName)
    context.add("domainPrefix", text: domainName.split(separator: ".").first.map(String.init) ?? "")
    context.add("extendedRequestId", text: String(requestId.suffix(12)))
    context.add("httpMethod", text: httpMethod)
    context.add("identity", .object(identity))
    // Recorded under the first name, documented under the second.
    context.add("isCanary", text: String(isCanary))
    context.add("isCanaryRequest", text: String(isCanary))
    context.add("path", text: path)
    context.add("protocol", text: httpVersion)
    context.add("requestId", text: requestId)
    context.add("requestTime", text: requestTime)
    context.add("requestTimeEpoch", .integer(time.microseconds / 1_000))
    context.add("resourceId", text: resourceId)
    context.add("resourcePath", text: resourcePath)
    context.add("stage", text: stage)
    return context
  }

  /// Who calls.
  private var identity: JSONObject {
    var identity = JSONObject()
    let unset = [
      "accessKey", "accountId", "caller", "cognitoAuthenticationProvider",
      "cognitoAuthenticationType", "cognitoIdentityId", "cognitoIdentityPoolId", "principalOrgId",
    ]
    if let apiKeyId {
      identity.add("apiKey", text: headers.last("x-api-key") ?? "")
      identity.add("apiKeyId", text: apiKeyId)
    }
    for name in unset { identity.add(name, text: "") }
    identity.add("sourceIp", text: sourceIp)
    identity.add("user", text: "")
    identity.add("userAgent", text: headers.last("user-agent") ?? "")
    identity.add("userArn", text: "")
    return identity
  }

  /// The time as access logs write it: `24/Nov/2026:22:10:00 +0000`.
  private var requestTime: String {
    let day = time.day.date
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let number = day.day < 10 ? "0\(day.day)" : "\(day.day)"
    return "\(number)/\(months[day.month - 1])/\(day.year):\(time.timeOfDay) +0000"
  }

  /// The value of a name below `context.`, such as `identity.sourceIp`; nil if there is none.
  func contextValue(_ name: Substring) -> String? {
    var value = JSONValue.object(context)
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      guard case .object(let object) = value, let next = object[String(part)] else { return nil }
      value = next
    }
    if case .string(let text) = value { return text }
    return value.text
  }
}
