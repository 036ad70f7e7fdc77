#!/usr/bin/env bash
# Takes the pictures of the README from the program given, run in xterm on a screen of its own.
#   screenshots/make.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")"

display=$(mktemp -u)
mkfifo "$display"
Xvfb -displayfd 9 -screen 0 2400x1600x24 9>"$display" 2>/dev/null &
server=$!
terminal=
states=$(mktemp -d)
trap 'kill $terminal $server 2>/dev/null || true; rm -rf "$display" "$states"' EXIT
read -r -t 20 number <"$display"
export DISPLAY=:$number

picture() { import -window "$window" -depth 8 rgb:- | sha256sum; }

# Waits until the picture is another one than $1 and stays the same for two looks.
settled() {
  local last="" now
  for _ in $(seq 100); do
    now=$(picture)
    if [ "$now" != "$1" ] && [ "$now" = "$last" ]; then return; fi
    last=$now
    sleep 0.1
  done
  echo "The screen does not change, or never stops changing." >&2
  return 1
}

# shot NAME COLUMNSxROWS GROUND INK KEYS OPTION...
shot() {
  local name=$1 geometry=$2 ground=$3 ink=$4 keys=$5 before key
  shift 5
  # It starts when told, so that the empty terminal is known.
  env -u COLORTERM LANG=C.UTF-8 LC_ALL=C.UTF-8 XDG_STATE_HOME="$states/$name" \
    xterm -u8 -tn xterm-256color -b 8 -bw 0 +sb -geometry "$geometry+0+0" -fa 'DejaVu Sans Mono' \
    -fd 'Noto Sans Mono CJK KR' -fs 16 -bg "$ground" -fg "$ink" -title "$name" \
    -e sh -c 'read -r start; exec "$@"' sh "$program" "$@" &
  terminal=$!
  window=$(timeout 20 xdotool search --sync --onlyvisible --name "^$name\$" | head -n 1)
  xdotool windowfocus --sync "$window"
  settled ""
  for key in Return $keys; do
    before=$(picture)
    xdotool key "$key"
    settled "$before"
  done
  import -window "$window" -depth 8 -strip "$name.png"
  kill "$terminal"
  wait "$terminal" 2>/dev/null || true
  terminal=
  echo "screenshots/$name.png"
}

nudges="bracketright bracketright bracketright"
shot main-light-en 80x24 white black "$nudges Down" --lang en --theme light
shot main-dark-ko 80x24 '#16181c' '#d8dadd' "$nudges Down" --lang ko --theme dark
shot wide-120x40 120x40 white black "$nudges Down" --lang en --theme light
shot curve 80x24 white black "2 $nudges" --lang en --theme light
shot jacobian 80x24 white black "$nudges Down 3" --lang en --theme light
shot compare 80x24 white black "Down Down Down" --lang en --theme light --example same-loss
shot losses 80x24 white black "$nudges Down 5" --lang en --theme light
shot batch 80x24 white black "parenright Right 6" --lang en --theme light --example weights
shot descent 80x24 white black "7 g g g g g g g g g g g g" --lang en --theme light
shot numbers 80x24 white black "8 Right" --lang en --theme light --logits 14,2,-3 --target 1
shot information 80x24 white black "9 Right" --lang en --theme light --example entropy-uneven
shot big 80x24 '#16181c' '#d8dadd' "$nudges colon b i g Return" --lang en --theme dark
rises="bracketright bracketright bracketright bracketright"
shot lesson-question 80x24 white black "n n 2" lesson negatives --lang en --theme light
shot lesson-done-ko 80x24 '#16181c' '#d8dadd' "n n 2 Return $rises" lesson negatives --lang ko --theme dark
