#!/usr/bin/env bash
# Builds the wheel, installs it into a new environment as the image does, and runs it far from the checkout.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/venv"
"$folder/venv/bin/pip" wheel --quiet --no-cache-dir --no-deps --wheel-dir "$folder" .
"$folder/venv/bin/pip" install --quiet --no-cache-dir -c constraints.txt "$folder"/communique-*.whl
mkdir "$folder/elsewhere"
cd "$folder/elsewhere"
where=$("$folder/venv/bin/python" -c 'import bot; print(bot.__file__)')
case $where in "$checkout"/*) echo "the checkout was imported, not the wheel: $where"; exit 1 ;; esac
"$folder/venv/bin/communique" demo > demo.txt
grep --quiet "Key agreements" demo.txt
test -s demo-output/briefing.html
engine=$("$folder/venv/bin/communique" doctor | grep "engine:" || true)
if command -v cc > /dev/null; then case $engine in *", compiled") ;; *) echo "not compiled: $engine"; exit 1 ;; esac; fi
echo "wheel $(du -k "$folder"/communique-*.whl | cut -f1) KiB, environment $(du -sm "$folder/venv" | cut -f1) MiB, demo $(wc -l < demo.txt) lines"
