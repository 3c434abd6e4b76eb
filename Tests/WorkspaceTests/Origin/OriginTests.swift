import GatewayModel
import Testing

@testable import Workspace

@Suite struct OriginTests {
  @Test func keyValuesAreFortyLettersAndDigits() {
    let source = SystemIdentifiers()
    let values = (0..<200).map { _ in source.keyValue() }
    #expect(Set(values).count == 200)
    #expect(values.allSatisfy { $0.count == 40 && $0.allSatisfy { $0.isASCII } })
    let drawn = Set(values.joined().utf8)
    #expect(drawn == Set(SystemIdentifiers.alphanumerics))
  }

  @Test func identifiersAreLowerCase() {
    let ids = (0..<200).map { _ in SystemIdentifiers().identifier(length: 10) }
    #expect(Set(ids).count == 200)
    #expect(Set(ids.joined().utf8) == Set(SystemIdentifiers.lowerAlphanumerics))
  }

  @Test func theCurrentActorIsAUserAtAHost() {
    let parts = Actor.current().name.split(separator: "@")
    #expect(parts.count == 2)
  }

  @Test func aLongActorIsCutBetweenCharacters() {
    let actor = Actor(String(repeating: "漢", count: 200))
    #expect(actor.name.utf8.count == 255)
  }

  @Test(
    arguments: [
      ("/a", ["KEYSTILE_WORKSPACE": "/b", "HOME": "/h"], "/a"),
      (nil, ["KEYSTILE_WORKSPACE": "/b", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/b"),
      (nil, ["KEYSTILE_WORKSPACE": "", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/keystile"),
      (nil, ["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/keystile"),
      (nil, ["HOME": "/h"], "/h/.local/share/keystile"),
      (nil, [:], nil),
    ] as [(String?, [String: String], String?)])
  func theFirstThatNamesAFolderWins(
    option: String?, environment: [String: String], folder: String?
  ) {
    #expect(WorkspaceLocation.resolve(option: option, environment: environment) == folder)
  }
}
