#!/usr/bin/env bash
# A synthetic certification authority for tests, made by OpenSSL: roots, an authority below the first of them, signers
# with their keys as PKCS #12 files, a service of time stamps.
#
# usage: pki.sh FOLDER PIN
set -eu
cd "$1"
PIN=$2
CURVE="-newkey ec -pkeyopt ec_paramgen_curve:P-256"

# root NAME
root() {
  # shellcheck disable=SC2086
  openssl req -x509 $CURVE -nodes -keyout "$1.key" -out "$1.pem" -days 3650 -utf8 \
    -subj "/C=KZ/CN=Синтетикалық түбір ($1)" -addext basicConstraints=critical,CA:TRUE \
    -addext keyUsage=critical,keyCertSign,cRLSign
}

# issued NAME SUBJECT ISSUER EXTENSIONS KEY-OPTIONS... -- DAYS-OPTIONS...
issued() {
  local name=$1 subject=$2 issuer=$3 extensions=$4
  shift 4
  local key=()
  while [ "$1" != -- ]; do key+=("$1"); shift; done
  shift
  openssl req "${key[@]}" -nodes -keyout "$name.key" -out "$name.csr" -utf8 -subj "$subject"
  printf '%s\n' "$extensions" >"$name.ext"
  printf 'subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n' >>"$name.ext"
  openssl x509 -req -in "$name.csr" -CA "$issuer.pem" -CAkey "$issuer.key" \
    -set_serial "0x4$(openssl rand -hex 19)" -extfile "$name.ext" -out "$name.pem" "$@"
}

# signer NAME SUBJECT ISSUER USAGE KEY-OPTIONS... -- DAYS-OPTIONS...
signer() {
  local name=$1 subject=$2 issuer=$3 usage=$4
  shift 4
  issued "$name" "$subject" "$issuer" "basicConstraints=critical,CA:FALSE
keyUsage=critical,$usage" "$@"
  openssl pkcs12 -export -inkey "$name.key" -in "$name.pem" -certfile "$issuer.pem" -out "$name.p12" \
    -passout "pass:$PIN"
}

root root
root other
# shellcheck disable=SC2086
issued ca "/C=KZ/CN=Синтетикалық куәландырушы орталық" root "basicConstraints=critical,CA:TRUE,pathlen:0
keyUsage=critical,keyCertSign,cRLSign" $CURVE -- -days 3000
SIGNS=digitalSignature,nonRepudiation
WHO="/C=KZ/O=Синтетикалық әкімдік/CN=СЫНАҚОВА ҮЛГІ"
# shellcheck disable=SC2086
{
  signer ec "$WHO" ca $SIGNS $CURVE -- -days 365
  signer second "/C=KZ/O=Басқа орган/CN=БӨТЕНОВ БАСҚА" ca $SIGNS $CURVE -- -days 365
  signer stranger "$WHO" other $SIGNS $CURVE -- -days 365
  signer signin "$WHO" ca digitalSignature $CURVE -- -days 365
  signer over "$WHO" ca $SIGNS $CURVE -- -days 365
}
# Its term is over: only this command of OpenSSL 3.0 sets both ends.
cat >ca.cnf <<'END'
[ ca ]
default_ca = own
[ own ]
database = ca.index
new_certs_dir = .
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
[ any ]
countryName = optional
organizationName = optional
commonName = supplied
END
touch ca.index
openssl ca -batch -utf8 -notext -config ca.cnf -in over.csr -cert ca.pem -keyfile ca.key -extfile over.ext \
  -startdate 20200101000000Z -enddate 20210101000000Z -out over.pem
openssl pkcs12 -export -inkey over.key -in over.pem -certfile ca.pem -out over.p12 -passout "pass:$PIN"
# Its term ends soon: for what is sealed after it.
openssl req $CURVE -nodes -keyout ending.key -out ending.csr -utf8 -subj "$WHO"
openssl ca -batch -utf8 -notext -config ca.cnf -in ending.csr -cert ca.pem -keyfile ca.key -extfile over.ext \
  -startdate "$(date -u -d '-1 minute' +%Y%m%d%H%M%SZ)" -enddate "$(date -u -d '+6 hours' +%Y%m%d%H%M%SZ)" -out ending.pem
openssl pkcs12 -export -inkey ending.key -in ending.pem -certfile ca.pem -out ending.p12 -passout "pass:$PIN"
signer rsa "$WHO" ca $SIGNS -newkey rsa:2048 -- -days 365
signer short "$WHO" ca $SIGNS -newkey rsa:1024 -- -days 365
# shellcheck disable=SC2086
issued tsa "/C=KZ/CN=Синтетикалық уақыт қызметі" root "extendedKeyUsage=critical,timeStamping" $CURVE -- -days 365
cat root.pem other.pem ca.pem ec.pem second.pem stranger.pem >many.pem
cat >tsa.cnf <<'END'
[ tsa ]
serial = tsa.serial
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ long ]
serial = tsa.serial
signer_cert = tsa.pem
certs = many.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
END
echo 01 >tsa.serial
