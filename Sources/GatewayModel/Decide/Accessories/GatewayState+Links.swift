extension GatewayState {
  /// Makes a client certificate.
  func decide(
    _ input: Command.GenerateClientCertificate, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try TagRules.check(input.tags ?? [:])
    try checkRoom(for: ClientCertificate.self, limit: ClientCertificate.maximumCount)
    let expiration = Timestamp(
      seconds: context.now.seconds + ClientCertificate.validityDays * Timestamp.secondsPerDay)
    guard let certificate = context.makeCertificate(context.now, expiration) else {
      throw CommandError(
        .notImplemented, "Client certificates cannot be made here",
        remedy: "Make it by a program that opens the workspace: keystile serve.")
    }
    return try storing(
      ClientCertificate(
        clientCertificateId: context.unusedIdentifier(among: clientCertificates),
        description: input.description?.nonEmpty, pemEncodedCertificate: certificate,
        createdDate: context.now, expirationDate: expiration, tags: input.tags ?? [:]))
  }

  /// Makes a VPC link: name, targets, tags, room.
  func decide(
    _ input: Command.CreateVpcLink, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try VpcLink.check(name: input.name)
    try VpcLink.check(targetArns: input.targetArns)
    try TagRules.check(input.tags ?? [:])
    try checkRoom(for: VpcLink.self, limit: VpcLink.maximumCount)
    return try storing(
      VpcLink(
        id: context.unusedIdentifier(among: vpcLinks), name: input.name,
        description: input.description?.nonEmpty, targetArns: input.targetArns,
        tags: input.tags ?? [:]))
  }
}
