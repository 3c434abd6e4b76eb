import Foundation

/// A git repository with as many commits as the console has keys, for tig to show.
struct CommitFixture {
  /// The repository's folder.
  let folder: String

  /// Makes the repository.
  init(folder: String, commitCount: Int) throws {
    self.folder = folder
    let git = try ExternalProgram.git.path()
    try ChildProgram.run([git, "init", "--quiet", folder])
    let input = "\(folder)/import.txt"
    let commits = (1...commitCount).map { number in
      let message = "customer \(number)\n"
      return "commit refs/heads/main\ncommitter A <a@example.org> \(1_700_000_000 + number) +0000\n"
        + "data \(message.utf8.count)\n\(message)"
    }
    try (commits.joined() + "done\n").write(toFile: input, atomically: false, encoding: .utf8)
    try ChildProgram.run([
      "/bin/sh", "-c", "exec \"$1\" -C \"$2\" fast-import --quiet --done <\"$3\"",
      "sh", git, folder, input,
    ])
    try ChildProgram.run([git, "-C", folder, "symbolic-ref", "HEAD", "refs/heads/main"])
  }
}
