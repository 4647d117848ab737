// Generated from packages/engine/src/config/schema*.ts by `npm run generate`. Do not edit.

/**
 * Configuration of the Semblance engine.
 */
export interface EngineConfig {
/**
 * Where the engine listens. A change takes a restart, but for the certificate and its key.
 */
listen: {
/**
 * Address to bind to.
 */
host: string
/**
 * Port, for plain HTTP and TLS alike; 0 picks a free one.
 */
port: number
/**
 * Host and port that callers use, where a proxy hides it; uploads are sent there.
 */
advertisedAddress?: string
/**
 * Refuse calls over plain HTTP.
 */
requireTls: boolean
/**
 * Certificate chain, PEM. Without it one is made and kept in `stateDirectory`.
 */
certificateFile?: string
/**
 * Its private key, PEM.
 */
privateKeyFile?: string
/**
 * Connections at once. Beyond it, those that have rested longest end to make room; where all are at work, a new one is answered with `DeniedRequest`, over TLS reset.
 */
maxConnections: number
/**
 * Connections of one address (of IPv6, one /64 network) at once; 0 stands for half of `maxConnections`. Raise it to `maxConnections` behind a proxy.
 */
maxConnectionsPerPeer: number
/**
 * How long a new connection may stay silent.
 */
firstByteMs: number
/**
 * Request line and headers together.
 */
maxHeaderBytes: number
/**
 * How long an idle connection stays open.
 */
keepAliveMs: number
}
/**
 * Directory for what the engine keeps: its certificate, uploads, and what has to survive a restart. It is made, for this user alone; several engines may share it. `semblance serve` uses `~/.semblance` unless one is named; without one a private temporary directory serves, and nothing survives. A change takes a restart.
 */
stateDirectory?: string
/**
 * The admin port: /livez, /readyz, /metrics, and a page with status, recent failures and the configuration without secrets. Off without `port`.
 */
admin: {
/**
 * Address to bind to.
 */
host: string
/**
 * Port; 0 picks a free one.
 */
port?: number
}
/**
 * Keys that may call the engine. Give each either `accessKeySecret` or `accessKeySecretEnv`.
 * 
 * Items: One key.
 */
accessKeys: {
/**
 * Its public part.
 */
accessKeyId: string
/**
 * The secret itself; better kept in the environment.
 */
accessKeySecret?: string
/**
 * Environment variable that holds the secret.
 */
accessKeySecretEnv?: string
/**
 * Account the key belongs to.
 */
account: string
/**
 * Name of the user the key belongs to. Without it the key is the account itself, which may do everything with its own instances; a user may do what a policy allows.
 */
user?: string
/**
 * `false` disables the key.
 */
active: boolean
/**
 * Calls a second it may make in the long run, uploads included; unbounded unless given.
 */
queriesPerSecond?: number
/**
 * Calls it may make at once after a pause; twice the rate unless given.
 */
burst?: number
/**
 * Its share beside others when work has to wait: 2 gets twice as much as 1.
 */
weight: number
/**
 * Makes the key temporary: the token that has to come with it.
 */
securityToken?: string
/**
 * When a temporary key ends.
 */
expiresAt?: string
}[]
/**
 * Accounts whose share is not 1. When work has to wait, accounts take turns by weight, and so do the keys within one.
 * 
 * Items: One account.
 */
accounts: {
/**
 * Account the key belongs to.
 */
account: string
/**
 * Its share beside others when work has to wait: 2 gets twice as much as 1.
 */
weight: number
}[]
/**
 * Issuers of temporary credentials (`semblance sts-token` makes them); the token carries the credentials, sealed with the secret.
 * 
 * Items: One issuer.
 */
stsIssuers: {
/**
 * Its name; part of every temporary AccessKeyId.
 */
name: string
/**
 * The secret itself; better kept in the environment.
 */
secret?: string
/**
 * Environment variable that holds the secret.
 */
secretEnv?: string
/**
 * Account the key belongs to.
 */
account: string
/**
 * Role its credentials act in; policies are attached to it.
 */
role: string
/**
 * Calls a second it may make in the long run, uploads included; unbounded unless given.
 */
queriesPerSecond?: number
/**
 * Calls it may make at once after a pause; twice the rate unless given.
 */
burst?: number
/**
 * Its share beside others when work has to wait: 2 gets twice as much as 1.
 */
weight: number
}[]
/**
 * Instances that can be named in a request.
 * 
 * Items: One instance.
 */
instances: {
/**
 * Its name.
 */
name: string
/**
 * What it is for; decides the pixel limits and how colours, prints and parts count in a score.
 */
serviceType: ("product" | "generic" | "furniture" | "hardware" | "trademark" | "fabric" | "copyright")
/**
 * Only `running` answers; every other state gives InstanceStatusError.
 */
state: ("running" | "suspended" | "expired" | "draining")
/**
 * Account that owns it.
 */
owner: string
/**
 * Calls a second it serves in the long run. Unless given, what this machine can do: workers over the time a comparison has been taking.
 */
queriesPerSecond?: number
/**
 * Calls it serves at once after a pause; what it serves in two seconds unless given. Keys that share an instance have equal parts of rate and burst.
 */
burst?: number
/**
 * Uploaded pictures its owner may keep at once, summed over the owner's instances.
 */
objectQuota: number
/**
 * Its similarity profile: `default`, or one of `profiles`. Without it the one that `similarityProfiles` names for its service type.
 */
similarityProfile?: string
}[]
/**
 * Policies in the manner of RAM. A matching Deny wins over every Allow; what nothing allows is denied. A Deny that can never apply is refused at start; an Allow that cannot is a warning in the log.
 * 
 * Items: One policy.
 */
policies: {
/**
 * Its name.
 */
name: string
/**
 * Account the users and roles belong to.
 */
account: string
/**
 * Users it is attached to.
 * 
 * Items: A user.
 */
users: string[]
/**
 * Roles it is attached to.
 * 
 * Items: A role.
 */
roles: string[]
/**
 * What it says.
 * 
 * Items: One statement.
 */
statements: {
/**
 * Whether it allows or denies.
 */
effect: ("Allow" | "Deny")
/**
 * Actions; `*` stands for any characters, `?` for one; not case-sensitive.
 * 
 * Items: For example imagesearch:CompareSimilarByImage.
 */
actions: string[]
/**
 * Resources; `*` stands for any characters, `?` for one. Where the engine has no `region`, a Deny applies whatever region it names, and an Allow has to leave the region to `*`.
 * 
 * Items: For example acs:imagesearch:*:1000:instance/demoinstance1.
 */
resources: string[]
/**
 * Conditions are not evaluated: a Deny that has any always applies, an Allow that has any never does. The log says so at start.
 */
conditions?: {
[k: string]: unknown | undefined
}
}[]
}[]
/**
 * Similarity profiles with models of your own, beside `default`. A change takes a restart.
 * 
 * Items: One profile.
 */
profiles: {
/**
 * Its name.
 */
name: string
/**
 * File of the model's manifest, relative to the working directory; `semblance model check` checks one.
 */
manifest: string
}[]
/**
 * Similarity profile by service type, for instances that name none; a type without one uses `default`.
 */
similarityProfiles: {
/**
 * `default`, or one of `profiles`.
 */
product?: string
/**
 * `default`, or one of `profiles`.
 */
generic?: string
/**
 * `default`, or one of `profiles`.
 */
furniture?: string
/**
 * `default`, or one of `profiles`.
 */
trademark?: string
/**
 * `default`, or one of `profiles`.
 */
fabric?: string
}
/**
 * Bounds and deadlines. A change of `workers`, `drainMs` and `drainPauseMs` takes a restart.
 */
limits: {
/**
 * Form body of one request.
 */
maxBodyBytes: number
/**
 * Form bodies of all requests together.
 */
maxBodyBytesInFlight: number
/**
 * Time a body may take to arrive.
 */
transferMs: number
/**
 * Time a comparison may take from the complete request to the answer.
 */
requestMs: number
/**
 * Time decoding and feature extraction of one picture may take, and the look at what differs; the worker is killed after it.
 */
extractionMs: number
/**
 * Time a worker may take to accept a picture; another is tried once.
 */
workerAnswerMs: number
/**
 * Worker processes; 0 stands for one a core, at most 8.
 */
workers: number
/**
 * Resident memory after which a worker is replaced between two pictures.
 */
workerMaxBytes: number
/**
 * Environment variables that workers get beside the usual ones (paths, language, time zone): for an `analyserModule`. Name none that holds a secret.
 * 
 * Items: Its name.
 */
workerEnvironment: string[]
/**
 * Comparisons that may wait for a worker.
 */
queueLength: number
/**
 * Time the port stays open after `/readyz` has said that the engine goes: longer than the interval at which a load balancer asks.
 */
drainPauseMs: number
/**
 * Time requests that arrive or run get when the engine is told to stop.
 */
drainMs: number
}
/**
 * Uploads of the Advance flow.
 */
uploads: {
/**
 * Where uploaded pictures lie, each run in a directory of its own that the next start clears away if need be; without it in `stateDirectory`.
 */
directory?: string
/**
 * Size of one upload; a little over the limit of a picture, so that the comparison can answer with the proper code.
 */
maxObjectBytes: number
/**
 * All uploads together.
 */
maxStoredBytes: number
/**
 * Share of its account's quota that one user or role may hold, 0 to 1; the account itself may hold all of it.
 */
maxShareOfUser: number
/**
 * How long an address and its picture stay usable.
 */
lifetimeMs: number
/**
 * An S3-compatible object storage for uploaded pictures, beside `store`; without it they lie in the store. A change takes a restart.
 */
objectStorage: {
/**
 * `https://host[:port]`, without the bucket.
 */
endpoint?: string
/**
 * The bucket.
 */
bucket?: string
/**
 * Its region, as signatures name it.
 */
region: string
/**
 * What names of objects begin with.
 */
prefix: string
/**
 * Its key; or `accessKeyIdEnv`.
 */
accessKeyId?: string
/**
 * The key's secret; better `secretAccessKeyEnv`.
 */
secretAccessKey?: string
/**
 * Environment variable with the key.
 */
accessKeyIdEnv?: string
/**
 * Environment variable with its secret.
 */
secretAccessKeyEnv?: string
/**
 * Time it may take to answer.
 */
deadlineMs: number
}
}
/**
 * A Valkey or Redis that several engines share: used nonces, flow control and uploads. Without it one engine keeps them itself. A change takes a restart.
 */
store: {
/**
 * `redis://[user:password@]host:port[/database]`, or `rediss://` for TLS. With a password, better `urlEnv`.
 */
url?: string
/**
 * Environment variable that holds it.
 */
urlEnv?: string
/**
 * What every key begins with: engines that share a store share it, others need one of their own.
 */
keyPrefix: string
/**
 * Time the store may take to answer. Beyond it, and for a second after it, it counts as away: signed requests are refused with ServiceUnavailable.
 */
deadlineMs: number
/**
 * What flow control does while the store is away: `local` counts in each engine alone, `open` lets everything through, `closed` refuses with ServiceUnavailable.
 */
flowControlWhenAway: ("local" | "open" | "closed")
}
/**
 * Features of pictures seen before, kept in memory and, if asked, on disk and where other engines find them. A change takes a restart.
 */
featureCache: {
/**
 * Features each worker keeps in memory; a picture takes about 400 kB, the least recently used goes first. 0: none.
 */
memoryBytes: number
/**
 * `best-effort` computes anew when the cache fails; `required` answers InternalTableStoreError.
 */
mode: ("off" | "best-effort" | "required")
/**
 * Where it lies.
 */
directory?: string
/**
 * Pictures kept; the least recently used go first.
 */
maxEntries: number
/**
 * A Valkey or Redis in which engines find the features that others have made; best one of its own, which may forget (`maxmemory-policy allkeys-lru`), with a user that knows no other keys: worker processes hold its address. Whatever is wrong with it, features are made anew. Entries are sealed with `secret`: whoever knows it decides scores. Off without an address.
 */
shared: {
/**
 * `redis://[user:password@]host:port[/database]`, or `rediss://` for TLS. With a password, better `urlEnv`.
 */
url?: string
/**
 * Environment variable that holds it.
 */
urlEnv?: string
/**
 * Proves that an entry was made by an engine that knows it: the same for all that share, at least 32 characters (`openssl rand -base64 32`). Without it the engine does not start; better `secretEnv`.
 */
secret?: string
/**
 * Environment variable that holds it.
 */
secretEnv?: string
/**
 * What every key begins with.
 */
keyPrefix: string
/**
 * Time it may take to answer. Beyond it, and for a second after it, features are made anew without asking.
 */
deadlineMs: number
/**
 * All entries together; a picture takes about 400 kB, the least recently used goes first.
 */
maxBytes: number
/**
 * How long an entry that nobody asks for is kept.
 */
lifetimeMs: number
}
}
/**
 * Diagnoses of policy refusals.
 */
diagnostics: {
/**
 * Seals EncodedDiagnosticMessage; without it the secret of the first access key does.
 */
secret?: string
/**
 * Environment variable that holds it.
 */
secretEnv?: string
}
/**
 * Simulated errors, for testing callers. Every such answer carries `x-simulated: 1`.
 */
faultProfile: {
/**
 * First matching rule wins.
 * 
 * Items: One rule.
 */
rules: {
/**
 * Code to answer.
 */
code: ("SearchTimeout" | "TimeoutForTransferImage" | "UnsupportedPicFormat" | "UnsupportedPicPixels" | "UnsupportedPictureFormat" | "Console.InstanceNotFound" | "Console.PidError" | "EmptyMeta" | "IncorrectOrientation" | "InstanceOverQuota" | "InstanceStatusError" | "InvalidInstance" | "InvalidPicContent" | "InvalidPicUrl" | "NeedRegisterBeforeInvoke" | "NoCaretSeperator" | "NoSpecifiedPic" | "PicNotExist" | "InvalidSecondaryPicContent" | "InvalidPrimaryPicContent" | "PictureError" | "UnsupportedOperationType" | "UnsupportedInstanceType" | "Console.NoPermissionError" | "Console.NotAllowedModifyToken" | "DeniedRequest" | "NoPermission" | "Console.TaskAlreadyExist" | "ServerInternalError" | "UnknownException" | "AccessEngineFailed" | "ConnectionDVException" | "Console.CallServiceError" | "ExtractFeatureTimeout" | "InternalOssError" | "InternalSwiftError" | "InternalTableStoreError" | "NetworkException" | "RequestTimeout")
/**
 * Only for this instance.
 */
instance?: string
/**
 * Share of the calls, 0 to 1.
 */
share: number
}[]
}
/**
 * The log, one JSON object a line on standard output.
 */
logging: {
/**
 * Least severe level written.
 */
level: ("silent" | "error" | "warn" | "info" | "debug")
/**
 * File of the audit log: who called what with which outcome, one JSON object a line, appended; SIGHUP opens it anew. Off unless given.
 */
auditFile?: string
}
/**
 * Traces for OpenTelemetry: a span a request, which continues the caller's `traceparent`, with spans for the work in workers and in the shared store. Nothing is sent without `endpoint`. A change takes a restart.
 */
tracing: {
/**
 * Address of the collector for OTLP over HTTP, for example http://collector:4318/v1/traces.
 */
endpoint?: string
/**
 * Share of requests traced, 0 to 1, where the caller has not decided.
 */
sampleRatio: number
/**
 * Name under which spans appear.
 */
serviceName: string
}
/**
 * Region that policies name, for example cn-shanghai; the engine itself has none.
 */
region?: string
/**
 * Where the documentation is published; error answers link to it.
 */
documentationUrl?: string
/**
 * A module that analyses pictures in place of the built-in one: it exports `createAnalyser`. The name of a package, or a path relative to the working directory.
 */
analyserModule?: string
}
