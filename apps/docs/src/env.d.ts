import type { StarlightRouteData } from '@astrojs/starlight/route-data';

declare global {
  namespace App {
    interface Locals {
      readonly starlightRoute: StarlightRouteData;
      /** Starlight's words in the page's language, or in another that is named. */
      readonly t: ((name: string, options?: { readonly lng?: string }) => string) & {
        readonly all: () => Readonly<Record<string, string>>;
      };
    }
  }
}
