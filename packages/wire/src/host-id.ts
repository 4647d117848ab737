/**
 * `HostId` of a failure: the host the caller addressed, without port, in lower case.
 * @param host  value of the header `Host`; anything but a host name of up to 253 characters gives the empty string, so that
 *              nothing foreign is echoed.
 */
export function hostId(host: string | undefined): string {
  const match = /^(?<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d*)?$/i.exec((host ?? '').trim());
  const name = match?.groups?.['name'] ?? '';
  return name.length > 253 ? '' : name.toLowerCase();
}
