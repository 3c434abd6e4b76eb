import Glibc
import Journal
import TestSupport
import Testing

@Suite("Owners, modes and links")
struct PermissionTests {
  private let directory: TemporaryDirectory
  private let path: String
  private let fixture: JournalFixture

  init() throws {
    directory = try TemporaryDirectory()
    path = "\(directory.path)/workspace"
    fixture = JournalFixture(path: path)
    try fixture.write(1)
  }

  private func code() -> JournalErrorCode? {
    do {
      _ = try fixture.open()
      return nil
    } catch {
      return error.code
    }
  }

  @Test("The folder and its files are made for the owner alone")
  func modes() throws {
    var status = stat()
    for name in ["", "/journal", "/checkpoint"] {
      #expect(stat(path + name, &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o700, "\(name)")
    }
    for name in ["/LOCK", "/HEAD", "/MANIFEST", "/journal/0000000000000001.jl"] {
      #expect(stat(path + name, &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o600, "\(name)")
    }
  }

  @Test(
    "What others can read is refused",
    arguments: ["", "/journal", "/LOCK", "/HEAD", "/MANIFEST", "/journal/0000000000000001.jl"])
  func readable(name: String) {
    #expect(chmod(path + name, 0o744) == 0)
    #expect(code() == .unsafePermissions)
  }

  @Test(
    "A symbolic link in a file's place is refused",
    arguments: ["/LOCK", "/HEAD", "/MANIFEST", "/journal", "/journal/0000000000000001.jl"])
  func links(name: String) {
    let moved = "\(directory.path)/moved"
    #expect(rename(path + name, moved) == 0)
    #expect(symlink(moved, path + name) == 0)
    #expect(code() == .unsafeFile)
  }

  @Test("A link to the workspace itself is refused")
  func linkedHome() {
    let moved = "\(directory.path)/moved"
    #expect(rename(path, moved) == 0)
    #expect(symlink(moved, path) == 0)
    #expect(code() == .unsafeFile)
  }

  @Test("A second name of a file, and a pipe in its place, are refused")
  func namesAndPipes() {
    #expect(link("\(path)/HEAD", "\(directory.path)/other") == 0)
    #expect(code() == .unsafeFile)
    #expect(unlink("\(path)/HEAD") == 0)
    #expect(mkfifo("\(path)/HEAD", 0o600) == 0)
    #expect(code() == .unsafeFile)
  }

  @Test("Another user's folder and a remote disk are refused")
  func foreign() throws {
    let fileSystem = SimulatedFileSystem()
    let fixture = JournalFixture(path: "/workspace", fileSystem: fileSystem)
    try fixture.write(1)
    fileSystem.isRemote = true
    #expect { try fixture.open() } throws: {
      ($0 as? JournalError)?.code == .remoteFileSystem
    }
    var forced = fixture
    forced.options.allowsRemoteFileSystem = true
    _ = try forced.open()
    fileSystem.isRemote = false
    fileSystem.setOwner(4711, modeBits: 0o700, of: "/workspace")
    #expect { try fixture.open() } throws: { ($0 as? JournalError)?.code == .foreignOwner }
  }

  @Test("A folder without a journal is said to be one, and nothing is made in it")
  func notFound() throws {
    let empty = JournalFixture(path: "\(directory.path)/empty")
    #expect(mkdir(empty.path, 0o700) == 0)
    for access in [JournalAccess.readOnly, .readWrite] {
      #expect {
        try FileJournal.open(empty.path, for: access, now: JournalFixture.start)
      } throws: {
        ($0 as? JournalError)?.code == .notFound
      }
    }
    #expect(rmdir(empty.path) == 0)
  }
}
