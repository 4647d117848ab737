import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  // Words of the search, which has them in English only: in both languages, as the not-found page finds the Chinese word by the English one.
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
