/// The members that say what an entity belongs to, beside its own.
enum OwnerMember: String, CodingKey {
  case apiId
  case resourceId
}
