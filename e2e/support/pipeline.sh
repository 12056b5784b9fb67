#!/bin/sh
# What a delivery pipeline does with Gatehouse, as one would write it: no tool but curl and Node.
#
#   GATEHOUSE_URL=… GATEHOUSE_TOKEN=… API=… SPEC=openapi.json pipeline.sh register|check|deploy [options of the gate]
set -eu
: "${GATEHOUSE_URL:?}" "${GATEHOUSE_TOKEN:?}" "${API:?}" "${ENVIRONMENT:=production}"
step=$1
shift

send() {
  curl --silent --show-error --fail-with-body --header "Authorization: Bearer $GATEHOUSE_TOKEN" \
    --header 'Content-Type: application/json' "$@"
}

case $step in
  register)
    send --data-binary "@$SPEC" "$GATEHOUSE_URL/api/v1/apis/$API/revisions"
    ;;
  check)
    # Not through a pipe: a download that failed would be an empty program there, which ends well.
    gate=$(mktemp)
    trap 'rm -f "$gate"' EXIT
    curl --silent --show-error --fail --output "$gate" "$GATEHOUSE_URL/gate.mjs" || exit 3
    node "$gate" check --api "$API" --environment "$ENVIRONMENT" "$@"
    ;;
  deploy)
    promotion=$(send --data "{\"api\":\"$API\",\"environment\":\"$ENVIRONMENT\"}" "$GATEHOUSE_URL/api/v1/promotions")
    decision=$(printf '%s' "$promotion" | node -p 'JSON.parse(require("node:fs").readFileSync(0, "utf8")).decisionId')
    # Here the job would bring it out; what runs is reported with the decision that allowed it.
    send --data "{\"api\":\"$API\",\"environment\":\"$ENVIRONMENT\",\"decisionId\":\"$decision\"}" \
      "$GATEHOUSE_URL/api/v1/deployments"
    ;;
esac
