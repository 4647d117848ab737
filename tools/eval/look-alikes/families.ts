import type { ServiceType } from '@semblance/spec/limits';
import { bottles, mugs, shirts } from './articles.ts';
import { barChart, linePlot, scatterPlot } from './charts.ts';
import { form, invoice, letter, textPage } from './documents.ts';
import type { Family } from './family.ts';
import { barcode, emblem, signature, squareCode, wordmark } from './marks.ts';
import { appWindow, newsOverlay, shopBanner, subtitles, tradingCard, viewfinder } from './overlays.ts';
import { scanned } from './scans.ts';
import { appScreen, chat, code, slide } from './screens.ts';
import { receipt, ticket } from './slips.ts';

const content = { difference: 'other content', serviceType: 'generic' } as const;
const mark = { difference: 'other content', serviceType: 'trademark' } as const;
const print = { difference: 'other print', serviceType: 'product' } as const;

/** Every drawn family. Of each sort some fit the rule and others, of another kind, measure it. */
export const families: readonly Family[] = [
  { name: 'text page', split: 'development', ...content, design: textPage },
  { name: 'invoice', split: 'development', ...content, design: invoice },
  { name: 'ticket', split: 'development', ...content, design: ticket, finish: scanned },
  { name: 'chat', split: 'development', ...content, design: chat },
  { name: 'slide', split: 'development', ...content, design: slide },
  { name: 'bar chart', split: 'development', ...content, design: barChart },
  { name: 'scatter plot', split: 'development', ...content, design: scatterPlot },
  { name: 'trading card', split: 'development', ...content, design: tradingCard },
  { name: 'news overlay', split: 'development', ...content, design: newsOverlay },
  { name: 'app window', split: 'development', ...content, design: appWindow },
  { name: 'square code', split: 'development', ...content, design: squareCode },
  { name: 'wordmark', split: 'development', ...mark, design: wordmark },
  { name: 'mug', split: 'development', ...print, design: mugs },
  { name: 'receipt', split: 'test', ...content, design: receipt, finish: scanned },
  { name: 'letter', split: 'test', ...content, design: letter },
  { name: 'form', split: 'test', ...content, design: form, finish: scanned },
  { name: 'app screen', split: 'test', ...content, design: appScreen },
  { name: 'source code', split: 'test', ...content, design: code },
  { name: 'line plot', split: 'test', ...content, design: linePlot },
  { name: 'shop banner', split: 'test', ...content, design: shopBanner },
  { name: 'subtitles', split: 'test', ...content, design: subtitles },
  { name: 'viewfinder', split: 'test', ...content, design: viewfinder },
  { name: 'bar code', split: 'test', ...content, design: barcode },
  { name: 'signature', split: 'test', ...content, design: signature },
  { name: 'emblem', split: 'test', ...mark, design: emblem },
  { name: 'T-shirt', split: 'test', ...print, design: shirts },
  { name: 'bottle', split: 'test', ...print, difference: 'other colour', design: bottles },
];

/** The service type that pictures of a family are compared in; found pictures are of any sort. */
export function serviceTypeOfFamily(name: string): ServiceType {
  return families.find((family) => family.name === name)?.serviceType ?? 'generic';
}
