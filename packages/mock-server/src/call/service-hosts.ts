/** Hosts of Image Search in every region, public and inside a virtual network, and of the Open Platform, which authorises uploads. */
const serviceHost = /^(?:imagesearch|openplatform)(?:-[a-z0-9-]+)?(?:\.[a-z0-9-]+)*\.aliyuncs\.com\.?$/;

/** Whether a host name is one of the service's own. @param hostname  as in a `URL`: lower case, without port. */
export function isServiceHost(hostname: string): boolean {
  return serviceHost.test(hostname);
}

/**
 * Origins of addresses or bare hosts, as written for official clients.
 * @throws TypeError for anything else.
 */
export function originsOf(endpoints: string | readonly string[]): ReadonlySet<string> {
  return new Set([endpoints].flat().flatMap(originsOfOne));
}

/** A bare host stands for both schemes. */
function originsOfOne(endpoint: string): string[] {
  const addresses = /^https?:\/\//i.test(endpoint) ? [endpoint] : [`https://${endpoint}`, `http://${endpoint}`];
  if (!addresses.every((address) => URL.canParse(address))) {
    throw new TypeError(
      `endpoint "${endpoint}" is no address. Write https://imagesearch.cn-shanghai.aliyuncs.com, or the bare host.`,
    );
  }
  return addresses.map((address) => new URL(address).origin);
}
