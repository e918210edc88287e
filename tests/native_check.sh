#!/usr/bin/env bash
# Builds the wheel with the engine compiled, runs the engine's tests on it far from the checkout, and prints its
# speed beside that of the sources. Needs a C compiler and Python's headers; the compiling takes a minute of two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$(cd "${VENV:-.venv}/bin" && pwd)/python
if [ -n "${DATA:-}" ]; then
  [ -r "$DATA/articles.jsonl" ] || { echo "DATA=$DATA holds no articles.jsonl. Nothing was changed. Name a folder that does."; exit 1; }
  DATA=$(cd "$DATA" && pwd)
fi
folder=build/native
rm -rf "$folder"
mkdir -p "$folder/sources"
# All of it is in the wheel but what its tests and benchmarks are; a copy, for links would lead back to the sources.
cp -r pyproject.toml README.md config tests benchmarks "$folder/sources"
cp -r "$folder/sources" "$folder/compiled"
cp -r bot summarizers "$folder/sources"
"$python" -m hatchling build --target wheel --directory "$folder" > "$folder/log" 2>&1 || true
if ! compgen -G "$folder/communique-*-cp*.whl" > /dev/null; then
  tail -40 "$folder/log"
  echo "The engine was not compiled: a C compiler, Python's headers and what is said above are needed. $folder/log has all."
  echo "Nothing else is changed: what is installed runs from the sources as before."
  exit 1
fi
"$python" -m zipfile -e "$folder"/communique-*.whl "$folder/compiled"
cd "$folder/compiled"
"$python" -c '
from summarizers.engines import extractive
assert not extractive.__file__.endswith(".py"), f"not compiled: {extractive.__file__}"'
"$python" -m pytest -q --dist loadfile --numprocesses logical --maxprocesses "${JOBS:-4}" -p no:cacheprovider \
  tests/unit/summarizers tests/integration/test_bad_input.py tests/integration/test_golden_commands.py
cd ..
for round in 1 2 3; do
  for build in sources compiled; do
    (cd "$build" && "$python" -m benchmarks.summarize_speed --articles "${ARTICLES:-300}" --stream 0 ${DATA:+--data "$DATA"} \
      | grep articles/s | sed "s/^engine/engine ($build)/")
  done
done
