# Runs a server (the arguments) for as long as stdin stays open. Whoever started it holds the
# other end, so however that process ends, by kill -9 too, the server and its files ($ROOT) go.
# A line on stdin is the signal to end the server with instead; then the files stay.
trap '' INT TERM HUP
"$@" &
# stderr is the server's alone: when it ends, every process of the server is gone.
exec 2>/dev/null
read -r signal
kill -s "${signal:-QUIT}" $!
wait
[ -n "$signal" ] || rm -rf "$ROOT"
