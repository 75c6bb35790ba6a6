#!/usr/bin/env bash
# A real SCIM 2.0 server on loopback, for tests. Two independent implementations, versions pinned:
#   scimmy   npm scimmy 1.3.5 + scimmy-routers 1.3.2 + express 4.21.2 (needs node 16+); no ETag support
#   scimsdk  Maven de.captaingoldfish:scim-sdk-server 1.30.0 behind the JDK's HTTP server; ETag, bulk, strict schema
#
#   scim-server.sh start [scimmy|scimsdk] [PORT] [TOKEN]     defaults: scimmy 18080 test-token
#   scim-server.sh stop  [scimmy|scimsdk] [PORT]             stops only what start began for that pair
#
# SCIM_HOME is where packages are installed and pid files live (default: scim-servers below the folder for
# temporary files). SCIM_WAIT is the longest wait for the port in seconds (default 30).
set -euo pipefail

ACTION=${1:-} KIND=${2:-scimmy} PORT=${3:-18080} TOKEN=${4:-test-token}
SRC=$(cd "$(dirname "$0")" && pwd)/scim
HOME_DIR=${SCIM_HOME:-$(dirname "$(mktemp -u)")/scim-servers}
WAIT=${SCIM_WAIT:-30}
PIDFILE=$HOME_DIR/$KIND-$PORT.pid
LOG=$HOME_DIR/$KIND-$PORT.log
BASE=http://127.0.0.1:$PORT/scim/v2

start_time() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

our_pid() {
  local pid began
  { read -r pid began < "$PIDFILE"; } 2>/dev/null || return 1
  [ -n "$began" ] && [ "$(start_time "$pid")" = "$began" ] || return 1
  echo "$pid"
}

port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; }

stop() {
  local pid i
  pid=$(our_pid) || { rm -f "$PIDFILE"; return 0; }
  kill "$pid" 2>/dev/null || true
  for ((i = 0; i < 50; i++)); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  kill -9 "$pid" 2>/dev/null || true
  rm -f "$PIDFILE"
}

prepare_scimmy() {
  mkdir -p "$HOME_DIR/scimmy"
  cp "$SRC/package.json" "$SRC/scimmy-server.mjs" "$HOME_DIR/scimmy/"
  [ -d "$HOME_DIR/scimmy/node_modules/scimmy-routers" ] && return 0
  (cd "$HOME_DIR/scimmy" && timeout 300 npm install --no-audit --no-fund --ignore-scripts --loglevel=error >&2)
}

prepare_scimsdk() {
  mkdir -p "$HOME_DIR/scimsdk"
  cp "$SRC/pom.xml" "$HOME_DIR/scimsdk/"
  if ! ls "$HOME_DIR/scimsdk/lib"/scim-sdk-server-*.jar >/dev/null 2>&1; then
    (cd "$HOME_DIR/scimsdk" && timeout 300 mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >&2)
  fi
  if [ ! "$HOME_DIR/scimsdk/classes/ScimSdkServer.class" -nt "$SRC/ScimSdkServer.java" ]; then
    javac --release 17 -d "$HOME_DIR/scimsdk/classes" -cp "$HOME_DIR/scimsdk/lib/*" "$SRC/ScimSdkServer.java"
  fi
}

start() {
  local pid i
  mkdir -p "$HOME_DIR"
  if our_pid >/dev/null; then echo "scim-server: already started on $PORT" >&2; stop; fi
  if port_open; then echo "scim-server: port $PORT is taken" >&2; return 1; fi
  "prepare_$KIND"
  export SCIM_PORT=$PORT SCIM_TOKEN=$TOKEN
  cd "$HOME_DIR/$KIND"
  case $KIND in
    scimmy) setsid node scimmy-server.mjs < /dev/null > "$LOG" 2>&1 & ;;
    scimsdk) setsid java -Xmx128m -XX:TieredStopAtLevel=1 -Dsun.net.httpserver.nodelay=true -cp "classes:lib/*" ScimSdkServer < /dev/null > "$LOG" 2>&1 & ;;
  esac
  pid=$!
  echo "$pid $(start_time "$pid")" > "$PIDFILE"
  for ((i = 0; i < WAIT * 20; i++)); do
    if port_open; then
      printf 'SCIM_BASE_URL=%s\nSCIM_TOKEN=%s\nSCIM_KIND=%s\nPID=%s\n' "$BASE" "$TOKEN" "$KIND" "$pid"
      return 0
    fi
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.05
  done
  echo "scim-server: $KIND did not come up" >&2; tail -20 "$LOG" >&2
  stop; return 1
}

case $KIND in scimmy | scimsdk) ;; *) echo "unknown server $KIND" >&2; exit 2 ;; esac
case $ACTION in
  start) start ;;
  stop) stop ;;
  *) sed -n '6,7p' "$0"; exit 2 ;;
esac
