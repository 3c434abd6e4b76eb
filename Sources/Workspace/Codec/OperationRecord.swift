import GatewayModel

/// One element of a line's `ops` array.
enum OperationRecord: Hashable {
  case event(RecordedEvent)
  case correction(Correction)
}

extension OperationRecord: Codable {
  private enum Member: String, CodingKey {
    case op
    /// The entity of a put.
    case value
    /// The name of what was deleted.
    case ref
    /// The line that is superseded.
    case was
    /// The line that is taken back.
    case of
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    switch try OperationName(members.decode(String.self, forKey: .op)) {
    case .put(let kind):
      let entity = try Entity(kind: kind, from: members.superDecoder(forKey: .value))
      self = .event(try Self.recorded(.put(entity), members))
    case .delete(let kind):
      let ref = try EntityRef(kind: kind, from: members.superDecoder(forKey: .ref))
      self = .event(try Self.recorded(.deleted(ref), members))
    case .undo: self = .correction(.undo(of: try members.decode(Sequence64.self, forKey: .of)))
    case .redo: self = .correction(.redo(of: try members.decode(Sequence64.self, forKey: .of)))
    }
  }

  private static func recorded(
    _ event: Event, _ members: KeyedDecodingContainer<Member>
  ) throws -> RecordedEvent {
    RecordedEvent(event, replaced: try members.decodeIfPresent(Sequence64.self, forKey: .was))
  }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    switch self {
    case .event(let record):
      switch record.event {
      case .put(let entity):
        try members.encode(OperationName.put(entity.ref.kind).text, forKey: .op)
        try entity.encodeMembers(to: members.superEncoder(forKey: .value))
      case .deleted(let ref):
        try members.encode(OperationName.delete(ref.kind).text, forKey: .op)
        try ref.encodeMembers(to: members.superEncoder(forKey: .ref))
      }
      try members.encodeIfPresent(record.replaced, forKey: .was)
    case .correction(let correction):
      switch correction {
      case .undo: try members.encode(OperationName.undo.text, forKey: .op)
      case .redo: try members.encode(OperationName.redo.text, forKey: .op)
      }
      try members.encode(correction.target, forKey: .of)
    }
  }
}
