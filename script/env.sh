# Sourced by the other scripts: goes to the project's folder and puts a Node that will do first on PATH.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1

node_will_do() {
  command -v node >/dev/null && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number)
    process.exit(major > 22 || (major === 22 && minor >= 13) ? 0 : 1)'
}

if ! node_will_do; then
  if [ ! -x .runtime/node_modules/.bin/node ]; then
    echo "This machine has no Node 22.13 or newer: fetching one into .runtime" >&2
    # The package for this platform, not the package "node": that one needs an install script.
    npm install --prefix .runtime --no-save --no-package-lock --no-fund --no-audit \
      "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" >&2
  fi
  export PATH="$PWD/.runtime/node_modules/.bin:$PATH"
  node_will_do || { echo "The Node in .runtime does not run. Install Node 24 and start again." >&2; exit 1; }
fi

node_flags=(--enable-source-maps --disable-warning=ExperimentalWarning)
if [ -f .env ]; then node_flags+=(--env-file=.env); fi
