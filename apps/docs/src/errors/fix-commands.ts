import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';

const { minPixels, maxPixels } = serviceTypes.generic;

/** A command that fixes the picture, by code; ImageMagick by default. The limits are the contract's. */
export const fixCommands: Readonly<Record<string, string>> = {
  UnsupportedPicPixels: `magick in.jpg -resize "${maxPixels}x${maxPixels}>" -resize "${minPixels}x${minPixels}^<" out.jpg`,
  InvalidPicContent: `magick in.png -resize "2048x2048>" -define jpeg:extent=${Math.floor(pictureMaxBytes / 1024)}KB out.jpg`,
  IncorrectOrientation: 'magick in.jpg -auto-orient -strip out.jpg',
  UnsupportedPictureFormat: 'magick in.heic out.jpg',
  UnsupportedPicFormat: 'file in.jpg && base64 < in.jpg | head -c 40',
  InvalidPrimaryPicContent: 'base64 < in.jpg | tr -d "\\n" | base64 -d | cmp - in.jpg && file in.jpg',
  InvalidSecondaryPicContent: 'base64 < in.jpg | tr -d "\\n" | base64 -d | cmp - in.jpg && file in.jpg',
  'InvalidTimeStamp.Expired': 'date -u && curl -sI https://imagesearch.cn-shanghai.aliyuncs.com | grep -i ^date',
  'InvalidTimeStamp.Format': 'date -u +%Y-%m-%dT%H:%M:%SZ',
};

/** Codes of pictures that the console checks and, where possible, fixes. */
export const checkedInConsole: ReadonlySet<string> = new Set([
  'UnsupportedPicFormat',
  'UnsupportedPicPixels',
  'UnsupportedPictureFormat',
  'IncorrectOrientation',
  'InvalidPicContent',
  'InvalidPrimaryPicContent',
  'InvalidSecondaryPicContent',
]);
