import Workspace
import GatewayModel

/// XML documents of the query protocol, which STS speaks.
///
/// Source: AWS STS API reference, "Common errors" and GetCallerIdentity.
enum QueryDocument {
  /// The namespace of STS's documents.
  static let namespace = "https://sts.amazonaws.com/doc/2011-06-15/"

  /// A refusal.
  static func error(_ error: ServiceError, requestId: String) -> String {
    "<ErrorResponse xmlns=\"\(namespace)\"><Error>"
      + "<Type>\(error.status < 500 ? "Sender" : "Receiver")</Type>"
      + "<Code>\(escaped(error.queryCode))</Code><Message>\(escaped(error.message))</Message></Error>"
      + "<RequestId>\(requestId)</RequestId></ErrorResponse>"
  }

  /// Who asks, as STS says it.
  static func callerIdentity(of principal: Principal, requestId: String) -> String {
    let account = Account.id
    let user = principal.accessKeyId ?? "anonymous"
    let arn = "arn:aws:iam::\(account):user/\(principal.userName)"
    return "<GetCallerIdentityResponse xmlns=\"\(namespace)\"><GetCallerIdentityResult>"
      + "<Arn>\(escaped(arn))</Arn><UserId>\(escaped(user))</UserId><Account>\(account)</Account>"
      + "</GetCallerIdentityResult><ResponseMetadata><RequestId>\(requestId)</RequestId>"
      + "</ResponseMetadata></GetCallerIdentityResponse>"
  }

  /// Text as the content of an element.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}

extension ServiceError {
  /// The code as STS has it: its names differ from those of the JSON protocols.
  fileprivate var queryCode: String {
    switch code {
    case "BadRequestException": "InvalidAction"
    case "ValidationException": "ValidationError"
    case "InvalidSignatureException": "SignatureDoesNotMatch"
    case "UnrecognizedClientException": "InvalidClientTokenId"
    case "MissingAuthenticationTokenException": "MissingAuthenticationToken"
    default: code.hasSuffix("Exception") ? String(code.dropLast("Exception".count)) : code
    }
  }
}
