/// Where a loop stands: `$foreach`.
final class LoopState {
  let parent: LoopState?
  let count: Int
  var index = 0

  init(count: Int, parent: LoopState?) {
    self.count = count
    self.parent = parent
  }

  func property(_ name: String) -> TemplateValue {
    switch name {
    case "index": .integer(Int64(index))
    case "count": .integer(Int64(index + 1))
    case "hasNext": .bool(index + 1 < count)
    case "first": .bool(index == 0)
    case "last": .bool(index + 1 == count)
    case "parent": parent.map { .loop($0) } ?? .null
    case "topmost": .loop(topmost)
    default: .null
    }
  }

  private var topmost: LoopState {
    var state = self
    while let parent = state.parent { state = parent }
    return state
  }
}
