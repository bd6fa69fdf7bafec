{{/* Name of the chart. */}}
{{- define "zhengdun.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* Name of the resources; short enough for the suffixes the chart appends. */}}
{{- define "zhengdun.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 52 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 52 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}

{{/* Labels of every resource. */}}
{{- define "zhengdun.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/name: {{ include "zhengdun.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: zhengdun
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Labels that select the service pods; the component keeps the pods of the migration out. */}}
{{- define "zhengdun.selectorLabels" -}}
app.kubernetes.io/name: {{ include "zhengdun.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: api
{{- end }}

{{- define "zhengdun.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "zhengdun.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "zhengdun.image" -}}
{{- if .Values.image.digest }}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest }}
{{- else }}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) }}
{{- end }}
{{- end }}

{{/* The database account: URL as a value, user and password only ever as references to the given Secret. */}}
{{- define "zhengdun.databaseEnv" -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ required "database.url is required" .root.Values.database.url | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ .account.existingSecret }}
      key: {{ .account.usernameKey }}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .account.existingSecret }}
      key: {{ .account.passwordKey }}
{{- end }}

{{- define "zhengdun.oidcEnv" -}}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ required "oidc.authServerUrl is required" .Values.oidc.authServerUrl | quote }}
- name: QUARKUS_OIDC_TOKEN_AUDIENCE
  value: {{ required "oidc.audience is required" .Values.oidc.audience | quote }}
{{- end }}

{{/* The store of evidence files; its keys only ever as references to the given Secret. */}}
{{- define "zhengdun.evidenceEnv" -}}
- name: ZHENGDUN_EVIDENCE_STORE
  value: {{ .Values.evidence.store | quote }}
- name: ZHENGDUN_EVIDENCE_MAX_SIZE
  value: {{ .Values.evidence.maxSize | quote }}
{{- if eq .Values.evidence.store "s3" }}
{{- with .Values.evidence.s3 }}
- name: ZHENGDUN_EVIDENCE_S3_BUCKET
  value: {{ required "evidence.s3.bucket is required" .bucket | quote }}
- name: ZHENGDUN_EVIDENCE_S3_REGION
  value: {{ .region | quote }}
- name: ZHENGDUN_EVIDENCE_S3_PATH_STYLE
  value: {{ .pathStyle | quote }}
{{- with .endpoint }}
- name: ZHENGDUN_EVIDENCE_S3_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- if .existingSecret }}
- name: ZHENGDUN_EVIDENCE_S3_ACCESS_KEY
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .accessKeyKey }}
- name: ZHENGDUN_EVIDENCE_S3_SECRET_KEY
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .secretKeyKey }}
{{- end }}
{{- end }}
{{- else }}
- name: ZHENGDUN_EVIDENCE_DIRECTORY
  value: /evidence
{{- end }}
{{- end }}

{{/* Refuses to run the service with the account that owns the schema. */}}
{{- define "zhengdun.checkAccounts" -}}
{{- $service := .Values.database }}
{{- $owner := .Values.migration }}
{{- if and $owner.enabled (eq $service.existingSecret $owner.existingSecret) (eq $service.usernameKey $owner.usernameKey) }}
{{- fail "database and migration use the same account: the service must not run as the owner of the schema" }}
{{- end }}
{{- end }}
