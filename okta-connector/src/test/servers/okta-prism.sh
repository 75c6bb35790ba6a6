#!/usr/bin/env bash
# Puts Prism, a checker that others wrote, between the connector and a simulated organisation: it compares every request and
# every answer that passes with Okta's OpenAPI description, refuses nothing, and says what it found in the response header
# 'sl-violations'.
#
#   okta-prism.sh start PORT UPSTREAM_URL DESCRIPTION
#   okta-prism.sh stop  PORT
#
# It listens on 127.0.0.1 alone. The first start installs a pinned @stoplight/prism-cli with npm into OKTA_PRISM_HOME
# (about 20 s, 90 MB); later ones take a few seconds. Needs Node 18.20 or newer. Exit 3: node or npm is missing, or npm could not
# install.
set -euo pipefail

version="5.14.2"
home="${OKTA_PRISM_HOME:?the folder to install into}"
action="${1:?start or stop}" port="${2:?port}"
pid_file="$home/prism-$port.pid" log="$home/prism-$port.log"

stop() {
  if [ -f "$pid_file" ]; then
    kill "$(cat "$pid_file")" 2>/dev/null || true
    rm -f "$pid_file"
  fi
}

install() {
  command -v node >/dev/null && command -v npm >/dev/null || { echo "node and npm are needed"; exit 3; }
  [ -f "$cli" ] && return 0
  mkdir -p "$home/$version"
  echo '{"private":true}' > "$home/$version/package.json"
  (cd "$home/$version" && npm install --ignore-scripts --no-audit --no-fund --save-exact "@stoplight/prism-cli@$version" \
    > "$home/npm.log" 2>&1) || { echo "npm could not install prism; see $home/npm.log"; exit 3; }
}

start() {
  mkdir -p "$home"
  cli="$home/$version/node_modules/@stoplight/prism-cli/dist/index.js"
  install
  : > "$log"
  nohup node "$cli" proxy -h 127.0.0.1 -p "$port" "$2" "$1" > "$log" 2>&1 < /dev/null &
  echo $! > "$pid_file"
  for _ in $(seq 1 480); do
    if grep -q 'Prism is listening' "$log"; then
      echo "PRISM_URL=http://127.0.0.1:$port"
      return 0
    fi
    kill -0 "$(cat "$pid_file")" 2>/dev/null || break
    sleep 0.25
  done
  echo "prism did not start: $(tail -5 "$log")"
  stop
  exit 1
}

case "$action" in
  start) start "${3:?upstream url}" "${4:?description}" ;;
  stop) stop ;;
  *) echo "start or stop"; exit 2 ;;
esac
