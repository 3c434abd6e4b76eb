import AdminCLI
import Glibc

/// The wiring: what is typed goes to the command line, and what takes the process over comes back.
let program = Program()
exit(program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
