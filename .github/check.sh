#!/usr/bin/env bash
# Run textlint for the GitHub Action: write annotations to the log, a table to the job summary, and SARIF on request.
# Compatible with bash 3.2, which macOS runners have.
set -euo pipefail

words=(check --output-format github --output-format markdown)
summary=$(mktemp)
trap 'rm -f "$summary"' EXIT
words+=(--output-file "$summary")
if [ -n "${INPUT_SARIF_FILE:-}" ]; then
  words+=(--output-format sarif --output-file "$INPUT_SARIF_FILE")
fi

if [ "${INPUT_ONLY_CHANGED:-true}" = true ] && [[ "${BASE:-}" =~ ^[0-9a-f]{40,64}$ ]] && [[ ! "$BASE" =~ ^0+$ ]]; then
  if ! git cat-file -e "$BASE^{commit}" 2>/dev/null; then
    git fetch --quiet --no-tags --depth=1 origin "$BASE" || true
  fi
  if git cat-file -e "$BASE^{commit}" 2>/dev/null; then
    words+=(--only-changed "$BASE")
  else
    echo "The base commit is missing, so all lines are checked. To fetch it, set fetch-depth: 0 for actions/checkout."
  fi
fi

while IFS= read -r word; do
  if [ -n "$word" ]; then words+=("$word"); fi
done <<< "${INPUT_ARGS:-}"
while IFS= read -r path; do
  if [ -n "$path" ]; then words+=("$path"); fi
done <<< "${INPUT_PATHS:-.}"

code=0
textlint "${words[@]}" || code=$?
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$summary" >> "$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "exit-code=$code" >> "$GITHUB_OUTPUT"; fi
if [ "$code" = 1 ] && [ "${INPUT_FAIL_ON:-findings}" = problems ]; then code=0; fi
exit "$code"
