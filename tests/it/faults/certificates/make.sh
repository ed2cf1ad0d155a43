#!/usr/bin/env bash
# Makes the certificates of the tests anew: an authority that nobody trusts, and two of its own, for
# `localhost`. They are good for a hundred years; one has been over since 2020.
#
# The keys are no secrets: whoever trusts this authority does so in a test.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }

key "$work/authority.key"
openssl req -x509 -new -key "$work/authority.key" -days 36500 -subj "/CN=agentassist tests" \
  -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign -out authority.pem

key localhost.key
openssl req -new -key localhost.key -subj "/CN=localhost" -out "$work/localhost.csr"
printf 'subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n' >"$work/extensions"
touch "$work/index"
printf '[ca]\ndefault_ca=a\n[a]\ndatabase=%s/index\nserial=%s/serial\nnew_certs_dir=%s\n' \
  "$work" "$work" "$work" >"$work/ca"
printf 'default_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n' >>"$work/ca"
sign() { # sign BEGIN END FILE
  openssl ca -batch -config "$work/ca" -rand_serial -in "$work/localhost.csr" -notext \
    -cert authority.pem -keyfile "$work/authority.key" -extfile "$work/extensions" \
    -startdate "$1" -enddate "$2" -out "$3" 2>/dev/null
}
sign 20200101000000Z 21200101000000Z localhost.pem
sign 20190101000000Z 20200101000000Z expired.pem
