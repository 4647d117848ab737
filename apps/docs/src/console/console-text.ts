import type { Localized } from '../site/locale.ts';
import { chinese } from './console-text-zh.ts';
import { english } from './console-text-en.ts';
import type { ConsoleText } from './console-words.ts';

/** Words of the console. */
export const consoleText: Localized<ConsoleText> = { en: english, zh: chinese };
