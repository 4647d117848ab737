import type { ErrorEntry } from '@semblance/spec/error-catalog';

/** The upload form's answer for `entry`, as it goes over the wire. */
export function uploadErrorXml(entry: ErrorEntry): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>${entry.code}</Code>
  <Message>${entry.message}</Message>
  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>
  <HostId>127.0.0.1</HostId>
</Error>`;
}
