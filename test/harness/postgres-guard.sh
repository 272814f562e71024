# Runs a server (with these arguments) on the files in $ROOT for as long as stdin stays open.
# Whoever started it holds the other end, so however that process ends, by kill -9 too, the
# server and its files go. A line on stdin is the signal to end it with instead; the files stay.
trap '' INT TERM HUP
if [ ! -d "$ROOT/data" ]; then
  "$BIN/initdb" -D "$ROOT/data" --no-sync --encoding=UTF8 --locale=C \
    --username=postgres --pwfile="$ROOT/password" --auth=scram-sha-256 || { rm -rf "$ROOT"; exit 1; }
fi
"$BIN/postgres" -D "$ROOT/data" "$@" &
# stderr is the server's alone: when it ends, every process of the server is gone.
exec 2>/dev/null
read -r signal
kill -s "${signal:-QUIT}" $!
wait
[ -n "$signal" ] || rm -rf "$ROOT"
