# Sourced by run and test: finds the Swift toolchain and brings in the Debian packages that are missing.

# Exit code when the machine lacks what is needed and it cannot be brought in.
readonly exit_unavailable=5

fail() {
  printf 'keystile: %s\n' "$1" >&2
  exit "$exit_unavailable"
}

require_toolchain() {
  command -v swift >/dev/null ||
    fail 'no Swift toolchain found; install Swift 6.2 or later and put its bin folder on PATH.'
}

# require_packages PACKAGE...: names what is missing, then installs it, as root or through sudo.
require_packages() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0

  printf 'Installing Debian packages: %s\n' "${missing[*]}" >&2
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "these need root; run: apt-get update && apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -q >/dev/null ||
    fail 'apt-get update did not succeed; see above.'
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "apt-get install did not succeed; see above. Packages: ${missing[*]}"
}

# What Keystile is built on.
readonly build_packages=(
  libncurses-dev libssl-dev libhttp-parser-dev libcurl4-openssl-dev libyaml-dev
)

# Where AWS's own tools are put when the machine lacks them: boto3 and the AWS command line, of versions
# whose model of the service the tests know.
readonly aws_tools=.build/aws-tools
readonly aws_tool_versions=(boto3==1.43.11 awscli==1.45.11)

# provide_aws_tools: finds them or installs them into a folder of the build's own. Without them the tests
# that drive them say so and are left out.
provide_aws_tools() {
  if command -v aws >/dev/null && python3 -c 'import boto3' 2>/dev/null; then return 0; fi
  if [ ! -x "$aws_tools/bin/aws" ]; then
    require_packages python3-venv
    printf 'Installing into %s: %s\n' "$aws_tools" "${aws_tool_versions[*]}" >&2
    python3 -m venv "$aws_tools" &&
      "$aws_tools/bin/pip" install --quiet --disable-pip-version-check "${aws_tool_versions[@]}" ||
      printf 'keystile: boto3 and aws could not be installed; their tests are left out.\n' >&2
  fi
  export KEYSTILE_AWS_TOOLS="$PWD/$aws_tools/bin"
}
