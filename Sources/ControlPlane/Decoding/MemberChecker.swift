import GatewayModel

/// Checks the JSON types of a body against its declaration.
///
/// The texts name the Java classes that the service names.
/// Source: recorded SerializationException texts, "class java.lang.Boolean can not be converted to an
/// String".
enum MemberChecker {
  /// The declared members of an object under the SDKs' names; unknown ones and nulls are left out.
  static func checked(
    _ object: JSONObject, _ members: [InputMember]
  ) throws(CommandError) -> JSONObject {
    var result = JSONObject()
    for member in members {
      guard let value = object[member.wireName], value != .null else { continue }
      result.add(member.name, try checked(value, member.kind))
    }
    return result
  }

  private static func checked(
    _ value: JSONValue, _ kind: InputKind
  ) throws(CommandError) -> JSONValue {
    switch (kind, value) {
    case (.text, .string), (.boolean, .bool), (.integer, .integer), (.number, .integer),
      (.number, .double):
      return value
    case (.integer, .double(let number)):
      // The service cuts fractions off.
      return .integer(Int64(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max))
    case (.list(let element), .array(let values)):
      return .array(try checkedElements(values, element))
    case (.map(let element), .object(let object)):
      return .object(try checkedValues(object, element, keepsNull: false))
    case (.mapOfNullable(let element), .object(let object)):
      return .object(try checkedValues(object, element, keepsNull: true))
    case (.structure(let members), .object(let object)):
      return .object(try checked(object, members))
    default:
      throw CommandError(.serialization, mismatch(value, kind))
    }
  }

  private static func checkedElements(
    _ values: [JSONValue], _ kind: InputKind
  ) throws(CommandError) -> [JSONValue] {
    var result: [JSONValue] = []
    for value in values where value != .null { result.append(try checked(value, kind)) }
    return result
  }

  private static func checkedValues(
    _ object: JSONObject, _ kind: InputKind, keepsNull: Bool
  ) throws(CommandError) -> JSONObject {
    var result = JSONObject()
    for member in object.members {
      if member.value == .null {
        if keepsNull { result.add(member.name, .null) }
      } else {
        result.add(member.name, try checked(member.value, kind))
      }
    }
    return result
  }

  private static func mismatch(_ value: JSONValue, _ kind: InputKind) -> String {
    switch value {
    case .object: return "Start of structure or map found where not expected."
    case .array: return "Start of list found where not expected"
    default: break
    }
    let found =
      switch value {
      case .bool: "class java.lang.Boolean"
      case .string: "class java.lang.String"
      default: "class com.amazon.coral.value.json.numbers.TruncatingBigNumber"
      }
    return switch kind {
    case .text: "\(found) can not be converted to an String"
    case .boolean: "\(found) can not be converted to an Boolean"
    case .integer: "\(found) can not be converted to an Integer"
    case .number: "\(found) can not be converted to an Double"
    case .list, .map, .mapOfNullable, .structure: "Unrecognized collection type \(found)"
    }
  }

  /// Notes the paths of required members that are not there.
  ///
  /// - Parameters:
  ///   - object: The members by the SDKs' names.
  ///   - members: The declaration.
  ///   - path: Where the object stands.
  static func collectMissing(
    in object: JSONObject, of members: [InputMember], path: String, into missing: inout [String]
  ) {
    for member in members {
      let place = "\(path).\(member.name)"
      guard let value = object[member.name] else {
        if member.isRequired { missing.append(place) }
        continue
      }
      switch (member.kind, value) {
      case (.structure(let inner), .object(let object)):
        collectMissing(in: object, of: inner, path: place, into: &missing)
      case (.list(.structure(let inner)), .array(let values)):
        for case (let index, .object(let object)) in values.enumerated() {
          collectMissing(
            in: object, of: inner, path: "\(place).\(index + 1).member", into: &missing)
        }
      default: break
      }
    }
  }
}
