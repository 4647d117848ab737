import type { Sharp, SharpOptions } from 'sharp';
import { ConfigurationError } from '../../errors/configuration-error.ts';

export type { Sharp };

/** Opens a picture. */
export type SharpFactory = (bytes: Uint8Array, options: SharpOptions) => Sharp;

/** Loads the optional peer. @throws ConfigurationError when it is not installed. */
export async function loadSharp(): Promise<SharpFactory> {
  try {
    const { default: sharp } = await importPackage('sharp');
    return sharp;
  } catch (cause) {
    throw new ConfigurationError('The option "fit" needs the package "sharp": npm install sharp.', cause);
  }
}

/** Imports a package that bundlers must leave alone: it is optional and has native parts. */
function importPackage(name: string): Promise<{ readonly default: SharpFactory }> {
  return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ name);
}
