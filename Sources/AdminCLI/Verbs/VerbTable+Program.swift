extension VerbTable {
  static let programVerbs = [
    VerbSpec(
      nil, "console", summary: "Open the console on the workspace",
      details: "What keystile does when no verb is named.", examples: ["console", ""],
      hasJSON: false,
      action: .program(.console)),
    VerbSpec(
      nil, "demo", summary: "Show a throw-away workspace with a gateway under live traffic",
      details: "Everything it starts ends with it. With --headless --json, addresses and counters "
        + "are one value a line.",
      options: [
        OptionSpec("--headless", help: "without the console: prints counters until it ends"),
        OptionSpec("--for", "SECONDS", help: "end after this many seconds, 1 to 86400"),
      ],
      examples: ["demo", "demo --headless --for 10"], action: .program(.demo)),
    VerbSpec(
      nil, "serve", summary: "Run gateway and control plane on the workspace until stopped",
      details:
        "The gateway serves http://HOST:PORT/API/STAGE/PATH and the hosts API.execute-api.*; "
        + "the control plane speaks API Gateway's own protocol, for the AWS tools. Prints the "
        + "addresses and “ready”, a line each, or with --json the addresses as one value once it is "
        + "ready, and logs to standard error.",
      options: [
        OptionSpec(
          "--listen", "HOST:PORT", help: "gateway address; port 0 picks a free one (127.0.0.1:8480)"
        ),
        OptionSpec(
          "--control", "HOST:PORT",
          help: "control plane's loopback address, or none to switch it off (127.0.0.1:8481)"),
        OptionSpec(
          "--no-auth",
          help: "take unsigned requests to the control plane"),
      ],
      examples: ["serve", "serve --listen 127.0.0.1:0 --control none"], action: .program(.serve)),
  ]
}
