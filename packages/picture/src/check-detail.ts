import type { Bilingual } from '@semblance/spec/error-catalog';
import { pictureFormats } from '@semblance/spec/limits';
import type { PixelRange } from '@semblance/spec/limits';
import type { ForeignPicture, NoPicture } from './foreign-kind.ts';
import type { PictureFormat } from './formats/registry.ts';
import type { Damage, UnsupportedVariant } from './header-facts.ts';
import type { PictureHeader } from './read-picture-header.ts';
import { damageTexts, noPictureTexts, orientationSourceTexts, orientationTexts, variantTexts } from './detail-texts.ts';

const accepted = { en: pictureFormats.join(', '), zh: pictureFormats.join('、') };

/** The file is empty. */
export function emptyDetail(): Bilingual {
  return {
    en: 'The picture is empty (0 bytes). Send the whole file; often it was read twice or its path is wrong.',
    zh: '图片为空（0 字节）。请发送完整的文件；内容为空通常是因为文件流已被读取过，或路径有误。',
  };
}

/** The file has more bytes than allowed. */
export function tooManyBytesDetail(foundBytes: number, maxBytes: number): Bilingual {
  return {
    en: `The picture has ${foundBytes} bytes; at most ${maxBytes} are allowed. Make it smaller in pixels or save it with stronger compression.`,
    zh: `图片大小为 ${foundBytes} 字节，上限为 ${maxBytes} 字节。请缩小图片尺寸或提高压缩率后重试。`,
  };
}

/** The file has no picture signature. */
export function noPictureDetail(looksLike: NoPicture): Bilingual {
  const found = noPictureTexts[looksLike];
  return {
    en: `This is no picture: ${found.en}. Allowed are ${accepted.en}.`,
    zh: `内容不是图片：${found.zh}。支持的格式：${accepted.zh}。`,
  };
}

/** The picture is of a format that is not accepted. */
export function foreignPictureDetail(name: ForeignPicture): Bilingual {
  return {
    en: `The picture is of the format ${name}, whatever its name says; allowed are ${accepted.en}. Convert it, for example to JPEG or PNG.`,
    zh: `图片的实际格式为 ${name}(与文件名无关)，支持的格式：${accepted.zh}。请先转换，例如转换为 JPEG 或 PNG。`,
  };
}

/** The picture is of a variant that is not supported. */
export function unsupportedVariantDetail(format: PictureFormat, variant: UnsupportedVariant): Bilingual {
  const found = variantTexts[variant];
  const name = format.toUpperCase();
  return {
    en: `The picture is a ${name} file with ${found.en}, a variant that is not supported. Save it as an ordinary 8-bit ${name}, JPEG or PNG.`,
    zh: `图片是使用${found.zh}的 ${name} 文件，不支持该变体。请另存为普通的 8 位 ${name}、JPEG 或 PNG。`,
  };
}

/** A side is out of range. */
export function pixelsDetail(size: { width: number; height: number }, range: PixelRange): Bilingual {
  const found = `${size.width} × ${size.height}`;
  const isTooSmall = Math.min(size.width, size.height) < range.minPixels;
  return {
    en: `The picture is ${found} pixels; each side must have ${range.minPixels} to ${range.maxPixels}. ${isTooSmall ? 'Send a larger picture' : 'Shrink it'} and try again.`,
    zh: `图片尺寸为 ${found} 像素，每边须在 ${range.minPixels} 到 ${range.maxPixels} 像素之间。请${isTooSmall ? '换用更大的图片' : '缩小图片'}后重试。`,
  };
}

/** The metadata rotate the picture. */
export function orientationDetail(header: Pick<PictureHeader, 'orientation' | 'orientationSource'>): Bilingual {
  const source = orientationSourceTexts[header.orientationSource];
  const meaning = orientationTexts[header.orientation];
  return {
    en: `${source.en} holds orientation ${header.orientation} (${meaning.en}); only 1 or none is allowed. Turn the pixels themselves and drop the tag; most tools call this "auto-orient".`,
    zh: `${source.zh}中的方向值为 ${header.orientation}(${meaning.zh})，仅允许 1 或不含该标记。请按该方向旋转像素并删除标记（多数工具称为“自动旋转”）。`,
  };
}

/** The file's structure is damaged. */
export function damageDetail(format: PictureFormat, damage: Damage): Bilingual {
  const found = damageTexts[damage];
  const name = format.toUpperCase();
  return { en: `The ${name} file is damaged: ${found.en}.`, zh: `${name} 文件已损坏：${found.zh}。` };
}
