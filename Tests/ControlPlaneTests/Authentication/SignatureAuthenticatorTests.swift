import Foundation
import GatewayModel
import RequestSigning
import TestSupport
import Testing
import Workspace

@testable import ControlPlane

/// Signatures against the credentials of a workspace that change while requests come in.
@Suite struct SignatureAuthenticatorTests {
  private let folder: TemporaryDirectory
  private let store: AccessStore
  private let authenticator: SignatureAuthenticator
  private static let time = Timestamp(seconds: 1_795_000_000)

  init() throws {
    folder = try TemporaryDirectory()
    store = AccessStore(workspacePath: folder.path)
    authenticator = SignatureAuthenticator(
      workspaceDirectory: folder.path, now: { Self.time }, log: { Issue.record("\($0)") })
  }

  private func signed(
    _ credential: AccessCredential, method: String = "POST", target: String = "/apikeys",
    service: ControlService = .apiGateway, call: String? = nil
  ) -> RawRequest {
    var request = RawRequest(
      method, target,
      headers: [.init("Host", "127.0.0.1:8481")]
        + (call.map { [.init("amz-sdk-invocation-id", $0)] } ?? []))
    RequestSigner(
      credential: SigningCredential(accessKeyID: credential.id, secret: credential.secret),
      region: "us-east-1", service: service.rawValue
    ).sign(&request, at: SigningTime(seconds: Self.time.seconds))
    return request
  }

  private func create(_ name: String = "ci") throws -> AccessCredential {
    try store.create(name: name, actor: Actor("ann"), time: Self.time)
  }

  @Test func theJournalNamesTheCredential() throws {
    let made = try create("ci-terraform")
    let principal = try authenticator.authenticate(signed(made), service: .apiGateway).get()
    #expect(principal.actor.name == "ci-terraform (\(made.id))")
    #expect(principal.accessKeyId == made.id)
    #expect(principal.userName == "ci-terraform")
    #expect(
      QueryDocument.callerIdentity(of: principal, requestId: "1")
        .contains("<Arn>arn:aws:iam::\(Account.id):user/ci-terraform</Arn>"))
  }

  @Test func aCredentialForReadingIsKnownAsOne() throws {
    let made = try store.create(
      name: "audit", isReadOnly: true, actor: Actor("ann"), time: Self.time)
    let reader = try authenticator.authenticate(signed(made), service: .apiGateway).get()
    let writer = try authenticator.authenticate(signed(create()), service: .apiGateway).get()
    #expect(reader.isReadOnly && !writer.isReadOnly)
  }

  @Test func aCredentialActsFromItsMakingToItsDeletion() throws {
    let made = try create()
    let request = signed(made, method: "GET")
    #expect(throws: Never.self) {
      try authenticator.authenticate(request, service: .apiGateway).get()
    }
    try store.delete(made.id, actor: Actor("ann"), time: Self.time)
    let failure = #expect(throws: AuthenticationFailure.self) {
      try authenticator.authenticate(request, service: .apiGateway).get()
    }
    #expect(failure?.code == "InvalidSignatureException" && failure?.status == 403)
  }

  @Test func aSignatureForOneServiceIsNoneForTheOther() throws {
    let made = try create()
    #expect(throws: AuthenticationFailure.self) {
      try authenticator.authenticate(signed(made), service: .sts).get()
    }
    #expect(throws: Never.self) {
      try authenticator.authenticate(signed(made, service: .sts), service: .sts).get()
    }
  }

  @Test func changesAreTakenOnceAndReadingsAsOftenAsTheyCome() throws {
    let made = try create()
    let changing = signed(made, call: "one")
    let reading = signed(made, method: "GET", call: "two")
    let asking = signed(made, target: "/", service: .sts, call: "three")
    for round in 0..<2 {
      #expect(throws: Never.self) {
        try authenticator.authenticate(reading, service: .apiGateway).get()
      }
      #expect(throws: Never.self) { try authenticator.authenticate(asking, service: .sts).get() }
      let isTaken = (try? authenticator.authenticate(changing, service: .apiGateway).get()) != nil
      #expect(isTaken == (round == 0))
    }
  }

  @Test func aHeadIsHeldAgainstAllButSecretAndBody() throws {
    let made = try create()
    let signed = signed(made, target: "/restapis?mode=import")
    #expect(authenticator.refusal(ofHead: signed, service: .apiGateway) == nil)
    #expect(authenticator.refusal(ofHead: signed, service: .sts) != nil)
    var unsigned = signed
    unsigned.headers.removeLast()
    #expect(authenticator.refusal(ofHead: unsigned, service: .apiGateway) == .missingToken)
    // Which credentials there are must not be told by when a refusal comes.
    try store.delete(made.id, actor: Actor("ann"), time: Self.time)
    #expect(authenticator.refusal(ofHead: signed, service: .apiGateway) == nil)
  }

  @Test func withoutASignatureThereIsNoCaller() throws {
    _ = try create()
    let request = RawRequest("GET", "/apikeys", headers: [.init("Host", "127.0.0.1:8481")])
    #expect(
      authenticator.authenticate(request, service: .apiGateway) == .failure(.missingToken))
  }
}
