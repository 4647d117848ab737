/** Input of a sample. Secrets are never part of it: samples read them from the environment. */
export interface SampleContext {
  /** Address with scheme. */
  readonly endpoint: string;
  readonly instanceName: string;
  /** Whether the request is signed. */
  readonly signed: boolean;
  readonly format: 'json' | 'xml';
  /** File names the sample reads. */
  readonly primaryFile: string;
  readonly secondaryFile: string;
}

/** Host and port of the endpoint, as the official SDKs want it. */
export function hostOf({ endpoint }: SampleContext): string {
  return new URL(endpoint).host;
}

/** `http` or `https`. */
export function protocolOf({ endpoint }: SampleContext): string {
  return new URL(endpoint).protocol.replace(':', '');
}

/** Names of the environment variables the samples read keys from. */
export const keyVariables = {
  id: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
  secret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
} as const;

/** A text literal that C-like languages and Python read alike. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
