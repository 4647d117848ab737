import { makeBook } from './book.ts';
import { makeBottle } from './bottle.ts';
import { makeCarton } from './carton.ts';
import type { ModelMaker } from './model.ts';
import { makeMug } from './mug.ts';
import { makeShoe } from './shoe.ts';
import { makeTeapot } from './teapot.ts';
import { makeVase } from './vase.ts';

/** Every kind of object that can be rendered. */
export const KINDS = {
  mug: makeMug,
  bottle: makeBottle,
  vase: makeVase,
  book: makeBook,
  carton: makeCarton,
  teapot: makeTeapot,
  shoe: makeShoe,
} as const satisfies Record<string, ModelMaker>;

/** The name of a kind. */
export type Kind = keyof typeof KINDS;

/** All names of kinds. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];
