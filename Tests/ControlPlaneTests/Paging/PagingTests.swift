import GatewayModel
import TestSupport
import Testing
import Workspace

@testable import ControlPlane

@Suite("Pages of a list that changes meanwhile")
struct PagingTests {
  /// Keys made before the walk.
  static let count = 1_203

  @Test("Every key that stays is seen once, whatever comes and goes between two pages")
  func concurrentChange() throws {
    let bench = try ControlBench(prepare: { workspace in
      try Self.importKeys(Self.count, into: workspace)
    })
    let client = try bench.connect()
    let other = try bench.openWorkspace()
    let before = Set(other.state.keys.keys)
    let order = other.state.keys.values
      .sorted { ($0.createdDate, $0.id) > ($1.createdDate, $1.id) }.map(\.id)
    var seen: [String] = []
    var deleted: Set<String> = []
    var position: String?
    var pages = 0
    repeat {
      let page = try Self.page(client, "/apikeys?limit=100", position)
      seen += page.ids
      position = page.position
      pages += 1
      // The last row of this page, whose place the token names, one row of the next, and a new key.
      let next = seen.count + 5
      let gone = [page.ids.last, next < order.count ? order[next] : nil].compactMap(\.self)
      for id in gone where deleted.insert(id).inserted {
        _ = try other.submit(
          .deleteApiKey(Command.DeleteApiKey(apiKey: id)), actor: Actor("other"), surface: .cli)
      }
      _ = try other.submit(
        .createApiKey(Command.CreateApiKey(name: "late \(pages)")), actor: Actor("other"),
        surface: .cli)
    } while position != nil
    #expect(pages >= 12)
    #expect(Set(seen).count == seen.count, "a key was shown twice")
    #expect(Set(seen).isSuperset(of: before.subtracting(deleted)), "a key was left out")
    #expect(Set(seen).isSubset(of: before), "a key made after the first page was shown")
  }

  @Test("The keys of a plan page the same way")
  func planKeys() throws {
    let bench = try ControlBench(prepare: { workspace in
      let plan = try workspace.submit(
        .createUsagePlan(Command.CreateUsagePlan(name: "gold")), actor: Actor("a"), surface: .cli)
      guard case .usagePlan(let id)? = plan.subjects.first else { return }
      try Self.importKeys(60, into: workspace, plan: id)
    })
    let client = try bench.connect()
    let other = try bench.openWorkspace()
    let plan = try #require(other.state.plans.keys.first)
    let first = try Self.page(client, "/usageplans/\(plan)/keys?limit=25", nil)
    let gone = try #require(first.ids.last)
    _ = try other.submit(
      .deleteUsagePlanKey(Command.DeleteUsagePlanKey(usagePlanId: plan, keyId: gone)),
      actor: Actor("other"), surface: .cli)
    let second = try Self.page(client, "/usageplans/\(plan)/keys?limit=25", first.position)
    let third = try Self.page(client, "/usageplans/\(plan)/keys?limit=25", second.position)
    #expect(third.position == nil)
    #expect(Set(first.ids + second.ids + third.ids).count == 60)
  }

  @Test("A filter that finds little on its way gives a place to go on, and finds all in the end")
  func filtered() throws {
    let bench = try ControlBench(prepare: { try Self.importKeys(120, into: $0) })
    let client = try bench.connect()
    var found: [String] = []
    var position: String?
    repeat {
      let page = try Self.page(client, "/apikeys?name=key-1&limit=10", position)
      found += page.ids
      position = page.position
    } while position != nil
    // key-1, key-10 to key-19 and key-100 to key-119.
    #expect(found.count == 31)
    #expect(Set(found).count == 31)
  }

  @Test("Places without documentation, which have no id, are each on one page")
  func undocumentedPlaces() throws {
    let bench = try ControlBench()
    let other = try bench.openWorkspace()
    let made = try other.submit(
      .createRestApi(Command.CreateRestApi(name: "shop")), actor: Actor("a"), surface: .cli)
    guard case .restApi(let api)? = made.subjects.first else {
      Issue.record("no API was made")
      return
    }
    for path in ["/", "/a", "/b"] {
      _ = try other.submit(
        .settingUpMethod(
          "GET", at: path, of: api, requiresKey: false, backend: .mock(status: 200, body: "{}")),
        actor: Actor("a"), surface: .cli)
    }
    let client = try bench.connect()
    let target = "/restapis/\(api)/documentation/parts?locationStatus=UNDOCUMENTED"
    let whole = try Self.items(client, target, nil).items
    #expect(whole.count == 9)
    var pages: [JSONValue] = []
    var position: String?
    repeat {
      let page = try Self.items(client, target + "&limit=1", position)
      pages += page.items
      position = page.position
    } while position != nil
    #expect(pages == whole)
  }

  private static func importKeys(
    _ count: Int, into workspace: Workspace, plan: UsagePlanID = ""
  ) throws {
    let rows = (0..<count).map { "key-\($0),\("value-of-some-length-beyond-thirty")\($0),\(plan)" }
    let body = (["Name,Key,UsagePlanIds"] + rows).joined(separator: "\n")
    _ = try workspace.submit(
      .importApiKeys(Command.ImportApiKeys(body: body)), actor: Actor("a"), surface: .cli)
  }

  private static func page(
    _ client: RawHTTPClient, _ target: String, _ position: String?
  ) throws -> (ids: [String], position: String?) {
    let (items, position) = try items(client, target, position)
    let ids = items.compactMap { item -> String? in
      guard case .object(let row) = item, case .string(let id)? = row["id"] else { return nil }
      return id
    }
    return (ids, position)
  }

  private static func items(
    _ client: RawHTTPClient, _ target: String, _ position: String?
  ) throws -> (items: [JSONValue], position: String?) {
    let response = try client.request(
      "GET", target + (position.map { "&position=\($0)" } ?? ""))
    #expect(response.status == 200, "\(response)")
    guard case .object(let object) = try JSONValue(reading: response.body),
      case .array(let items)? = object["item"]
    else { return ([], nil) }
    guard case .string(let position)? = object["position"] else { return (items, nil) }
    #expect(!position.isEmpty)
    return (items, position)
  }
}
