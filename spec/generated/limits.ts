// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

import type { Bilingual } from './error-catalog.ts';

/** Bytes a picture file may have, both ends allowed. */
export const pictureMaxBytes = 4194304;

/** Characters of the Base64 of the largest picture, without line breaks. */
export const pictureBase64MaxLength = 5592408;

/** Bytes that request line and headers may have together. */
export const headerMaxBytes = 131072;

/**
 * Bytes an upload of the Advance call may have: more than a picture, so that the comparison can report what is wrong with it, as for one
 * sent as Base64.
 */
export const uploadMaxBytes = 8388608;

/**
 * Encoded bytes that one field of a form may have: a picture as Base64 with every character escaped, plus a quarter, so that a slightly
 * larger picture is refused for its size.
 */
export const formFieldMaxBytes = 20971520;

/** Encoded bytes that a form may have: enough for the action with most pictures. */
export const formBodyMaxBytes = 41943040;

/** Milliseconds the transfer of a request may take. */
export const transferTimeoutMs = 5000;

/** Minutes a signed date may lie before or after the server's clock. */
export const clockWindowMinutes = 15;

/** Characters an instance name may have. */
export const instanceNameMaxLength = 20;

/** Matches a character that an instance name may not have. */
export const instanceNameForbidden: RegExp = /[\s\p{C}]/u;

/** Pattern of an instance ID, which is often sent instead of the name. */
export const instanceIdPattern: RegExp = /^imagesearch-[a-z]{2}-[a-z0-9]+$/;

/** Picture formats the action accepts; JPG and JPEG are two names of one format. */
export const pictureFormats = [
  "PNG",
  "JPG",
  "JPEG",
  "BMP",
  "GIF",
  "WEBP",
  "TIFF",
  "PPM"
] as const;

/** Names of the accepted formats. */
export type PictureFormatName = (typeof pictureFormats)[number];

/** Service type of an instance, which determines the pixel limits. */
export type ServiceType = 'product' | 'generic' | 'furniture' | 'hardware' | 'trademark' | 'fabric' | 'copyright';

/** Range of each side of a picture in pixels, inclusive. */
export interface PixelRange {
  readonly minPixels: number;
  readonly maxPixels: number;
}

/** Limits of one service type; `comparable` says whether an engine compares it without further configuration. */
export interface ServiceTypeLimits extends PixelRange {
  readonly comparable: boolean;
  readonly title: Bilingual;
}

/** Limits by service type. */
export const serviceTypes: Readonly<Record<ServiceType, ServiceTypeLimits>> = {
  "product": {
    "minPixels": 100,
    "maxPixels": 4096,
    "comparable": true,
    "title": {
      "en": "Product search",
      "zh": "商品图片搜索"
    }
  },
  "generic": {
    "minPixels": 100,
    "maxPixels": 4096,
    "comparable": true,
    "title": {
      "en": "Generic search",
      "zh": "通用图片搜索"
    }
  },
  "furniture": {
    "minPixels": 100,
    "maxPixels": 4096,
    "comparable": true,
    "title": {
      "en": "Furniture search",
      "zh": "家具图片搜索"
    }
  },
  "hardware": {
    "minPixels": 100,
    "maxPixels": 4096,
    "comparable": false,
    "title": {
      "en": "Hardware search",
      "zh": "五金图片搜索"
    }
  },
  "trademark": {
    "minPixels": 200,
    "maxPixels": 4095,
    "comparable": true,
    "title": {
      "en": "Trademark search",
      "zh": "商标图片搜索"
    }
  },
  "fabric": {
    "minPixels": 448,
    "maxPixels": 4096,
    "comparable": true,
    "title": {
      "en": "Fabric search",
      "zh": "布料图片搜索"
    }
  },
  "copyright": {
    "minPixels": 100,
    "maxPixels": 4096,
    "comparable": false,
    "title": {
      "en": "Copyright search",
      "zh": "版权图片搜索"
    }
  }
};
