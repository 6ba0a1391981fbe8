#!/usr/bin/env bash
# Starts what a company would run: PostgreSQL with the demo's tables, and the grant server on 127.0.0.1:8700.
# The runner's own variables (GITHUB_REPOSITORY_ID, …) are the claims that the policy asks for.
set -euo pipefail
directory=$1
repository=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$directory"

sudo systemctl start postgresql
password=$(openssl rand -hex 12)
as_postgres() { sudo -u postgres psql -v ON_ERROR_STOP=1 -q "$@"; }
as_postgres -c 'CREATE DATABASE orders'
sed "s/replace-me/$password/" "$repository/examples/demo/roles.sql" | as_postgres -d orders
as_postgres -d orders < "$repository/examples/demo/database.sql"

envsubst < "$repository/.github/self-test/sluice.yml" > "$directory/sluice.yml"
cd "$directory"
node "$repository/dist/cli/index.js" policy check
ORDERS_BROKER_URL="postgres://orders_broker:$password@127.0.0.1:5432/postgres" \
  nohup node "$repository/dist/cli/index.js" server > server.log 2>&1 &
for _ in $(seq 100); do
  if curl -fsS http://127.0.0.1:8700/readyz > ready.txt 2>&1; then exit 0; fi
  sleep 0.1
done
cat server.log
exit 1
