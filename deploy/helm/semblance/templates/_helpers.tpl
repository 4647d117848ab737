{{- define "semblance.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "semblance.fullname" -}}
{{- $name := include "semblance.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "semblance.selector" -}}
app.kubernetes.io/name: {{ include "semblance.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "semblance.labels" -}}
{{ include "semblance.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "semblance.secretName" -}}
{{- .Values.secret.existing | default (include "semblance.fullname" .) -}}
{{- end -}}

{{- /* What the chart decides; everything else is the user's. */ -}}
{{- define "semblance.config" -}}
{{- $config := deepCopy .Values.config -}}
{{- $replicas := ternary (int .Values.autoscaling.maxReplicas) (int .Values.replicaCount) .Values.autoscaling.enabled -}}
{{- if and (gt $replicas 1) (not (hasKey $config "store")) -}}
{{- fail "several replicas share nonces, limits and uploads: name a Valkey or Redis with config.store, or set replicaCount to 1 (and autoscaling.enabled to false)" -}}
{{- end -}}
{{- if empty $config.accessKeys -}}
{{- fail "config.accessKeys is empty: without a key the engine would not listen beyond its own pod" -}}
{{- end -}}
{{- $listen := dict "host" "0.0.0.0" "port" 8080 "maxConnectionsPerPeer" 1000 -}}
{{- with .Values.advertisedAddress -}}{{- $_ := set $listen "advertisedAddress" . -}}{{- end -}}
{{- $limits := dict "drainPauseMs" (int .Values.drain.pauseMs) "drainMs" (int .Values.drain.ms) -}}
{{- $_ := set $config "listen" (mergeOverwrite $listen (default dict $config.listen)) -}}
{{- $_ := set $config "admin" (dict "host" "0.0.0.0" "port" 9090) -}}
{{- $_ := set $config "limits" (mergeOverwrite $limits (default dict $config.limits)) -}}
{{- $_ := set $config "stateDirectory" "/var/lib/semblance" -}}
{{- toYaml $config -}}
{{- end -}}
