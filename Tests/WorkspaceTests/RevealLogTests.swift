import Foundation
import GatewayModel
import TestSupport
import Testing
import Workspace

@Suite struct RevealLogTests {
  @Test func notesWhoWasShownWhatAndNeverTheValue() throws {
    let folder = try TemporaryDirectory()
    let log = RevealLog(workspacePath: folder.path)
    let time = Timestamp(seconds: 1_795_000_000)
    #expect(log.note("key0000001", means: .shown, actor: Actor("ann@here"), time: time))
    #expect(log.note("key0000002", means: .exported, actor: Actor("b\"ob"), time: time))
    let text = try String(contentsOfFile: "\(folder.path)/reveals.jsonl", encoding: .utf8)
    #expect(
      text == """
        {"time":"2026-11-18T11:06:40.000000Z","actor":"ann@here","key":"key0000001","means":"shown"}
        {"time":"2026-11-18T11:06:40.000000Z","actor":"b\\"ob","key":"key0000002","means":"exported"}

        """)
  }

  @Test func saysWhenItCouldNotNote() {
    let log = RevealLog(workspacePath: "/nowhere")
    #expect(
      !log.note("key0000001", means: .copied, actor: Actor("a"), time: Timestamp(seconds: 0)))
  }
}
