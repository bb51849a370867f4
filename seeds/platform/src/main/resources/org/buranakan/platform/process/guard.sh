# guard <signal> <seconds> <command> ...
#
# Runs the command and stops it as soon as nobody holds the other end of standard input any more: closed by a parent
# that wants it stopped, or by the kernel because the parent died. A line on standard input is a signal to pass on.
signal=$1
patience=$2
shift 2
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
(
	while read -r order <&3; do
		kill -s "$order" "$child"
	done
	kill -s "$signal" "$child"
	while [ "$patience" -gt 0 ] && kill -s 0 "$child" 2>/dev/null; do
		sleep 1
		patience=$((patience - 1))
	done
	kill -s KILL "$child" 2>/dev/null
) &
watch=$!
wait "$child"
outcome=$?
kill -s KILL "$watch" 2>/dev/null
exit "$outcome"
