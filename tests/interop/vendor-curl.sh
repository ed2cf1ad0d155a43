#!/usr/bin/env bash
# The curl commands of the vendor's pages, against the sandbox, as they stand.
#
# Replaced are the placeholders ({{host}} by the sandbox's address, ids and token by those of its
# ready file), and one closing quote that a page lacks. Ids that a page prints stay as printed.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v curl >/dev/null || { echo "curl is not installed"; exit 77; }

folder=$(mktemp -d)
cargo build --quiet
target/debug/agentassist sandbox --ephemeral --listen 127.0.0.1:0 --ready-file "$folder/ready.json" 2>"$folder/log" &
sandbox=$!
trap 'kill "$sandbox" 2>/dev/null; wait "$sandbox" 2>/dev/null; rm -rf "$folder"' EXIT
until [ -s "$folder/ready.json" ]; do
  kill -0 "$sandbox" || { cat "$folder/log"; exit 1; }
  sleep 0.05
done

field() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$folder/ready.json" "$1"; }
base_url=$(field base_url) streamId=$(field stream_id) accountId=$(field account_id) jwt_token=$(field token)
IID=st-0603182c-7ffb-53c3-b307-47ca14b9xxxx

expect() { # expect NAME TEXT: the answer on standard input holds a text
  local answer
  answer=$(cat)
  case $answer in
    *"$2"*) echo "ok   $1" ;;
    *) echo "FAIL $1: $answer"; exit 1 ;;
  esac
}

curl --silent --location "$base_url/agentassist/api/v1/public/$streamId/contacts" \
--header 'Content-Type: application/json' \
--header "accountId: $accountId" \
--header "auth: $jwt_token" | expect "get all contacts" '"id":"667e48f7c8b972fc691xxxxx"'

curl --silent --location --request PUT "$base_url/agentassist/api/v1/public/$streamId/contacts/667e48f7c8b972fc691xxxxx" \
--header 'Content-Type: application/json' \
--header 'accountId: 65f7d49a5dd06e2cefaxxxxx' \
--header "auth: $jwt_token" \
--data '{
"firstName": "john",
"lastName": "doe",
"salutation": "mr",
"cellPhone": {
"phoneNumber": "95501xxxxx",
"countryCode": "+91",
"extension": "+"
}
}
' | expect "update a contact" '"phoneNumber":"+9195501xxxxx"'

curl --silent --location --request DELETE "$base_url/agentassist/api/v1/public/$streamId/contacts/69609027c1746a61429xxxxx" \
--header 'Content-Type: application/json' \
--header "accountId: $accountId" \
--header "auth: $jwt_token" | expect "delete a contact" '"status":"INACTIVE"'

curl --silent --location --request DELETE "$base_url/agentassist/api/v1/public/$streamId/contacts/bulk-delete" \
--header 'Content-Type: application/json' \
--header "accountId: $accountId" \
--header "auth: $jwt_token" \
--data '{
"ids": [
"6960cbe9b155d194e2fxxxxx",
"6960cc07b155d194e2fxxxxx"
]
}' | expect "bulk delete contacts" '"successful":2'

curl --silent --location --request DELETE "$base_url/agentassist/api/v1/public/$IID/campaign/contactList/cl-c2ce382-2516-457e-8eb4-9847deecxxxx" \
--header 'iid: st-0603182c-7ffb-53c3-b307-47ca14b9xxxx' \
--header 'accountId: 67777ce93e25326494e9xxxx' \
--header "auth: $jwt_token" \
--data '' | expect "delete a contact list" 'Contact list Renewal Due - August 2025 deleted successfully'
