import type { Bilingual } from '@semblance/spec/error-catalog';
import type { NoPicture } from './foreign-kind.ts';
import type { Damage, Orientation, OrientationSource, UnsupportedVariant } from './header-facts.ts';
import { structureLimits } from './structure-limits.ts';

/** What was found and what to do, for each kind of damage. */
export const damageTexts: Readonly<Record<Damage, Bilingual>> = {
  'header-cut-off': {
    en: 'it ends before its header does; send the whole file',
    zh: '文件在头部结束之前就中断了，请发送完整的文件',
  },
  'header-invalid': {
    en: 'its header contradicts the format; export it again from its source',
    zh: '文件头不符合格式规范，请从源文件重新导出',
  },
  'data-cut-off': {
    en: 'it ends before its pixels do; send the whole file',
    zh: '像素数据不完整，请发送完整的文件',
  },
  'no-picture-data': {
    en: 'it holds no pixels; export it again from its source',
    zh: '文件没有像素数据，请从源文件重新导出',
  },
  'signature-altered': {
    en: 'its line ends were rewritten in transfer; send it as binary',
    zh: '换行字节被改写（常见于文本模式传输），请以二进制方式传输',
  },
  'too-many-segments': {
    en: `it has more than ${structureLimits.maxSegments} parts; export it again with ordinary settings`,
    zh: `片段数超过 ${structureLimits.maxSegments}，请用常规设置重新导出`,
  },
  'too-many-scans': {
    en: `it has more than ${structureLimits.maxScans} scans; save it as an ordinary JPEG`,
    zh: `扫描次数超过 ${structureLimits.maxScans}，请另存为普通 JPEG`,
  },
  'too-many-frames': {
    en: `it has more than ${structureLimits.maxFrames} frames or pages; send fewer`,
    zh: `帧数（页数）超过 ${structureLimits.maxFrames}，请减少帧数`,
  },
  'page-chain-loops': {
    en: 'its pages point back to each other; export the first page again',
    zh: '页面目录相互循环引用，请重新导出第一页',
  },
};

/** Completes "… file with X", for each unsupported variant. */
export const variantTexts: Readonly<Record<UnsupportedVariant, Bilingual>> = {
  'jpeg-lossless': { en: 'lossless coding', zh: '无损编码' },
  'jpeg-hierarchical': { en: 'hierarchical coding', zh: '分层编码' },
  'jpeg-12-bit': { en: '12-bit samples', zh: '12 位采样' },
  'png-cgbi': { en: "Apple's CgBI coding", zh: 'Apple CgBI 编码' },
  'tiff-float': { en: 'floating-point samples', zh: '浮点采样' },
  'tiff-signed-integer': { en: 'signed samples', zh: '有符号采样' },
  'tiff-32-bit-integer': { en: 'samples of more than 16 bits', zh: '超过 16 位的采样' },
  'tiff-old-jpeg': { en: 'the withdrawn "old JPEG" compression', zh: '已废弃的旧式 JPEG 压缩' },
  'tiff-16-bit-palette': { en: 'a palette of more than 8 bits', zh: '超过 8 位的调色板' },
  'tiff-compression': { en: 'a rare compression', zh: '罕见的压缩方式' },
  'tiff-photometric': { en: 'a rare colour space', zh: '罕见的色彩空间' },
  'tiff-bit-depth': { en: 'a rare bit depth', zh: '罕见的位深' },
  'tiff-tiled-planes': { en: 'colour planes stored in separate tiles', zh: '按颜色平面分块存储的数据' },
  'bmp-array': { en: 'an array of bitmaps', zh: '位图数组' },
  'bmp-embedded-jpeg': { en: 'an embedded JPEG', zh: '内嵌 JPEG 数据' },
  'bmp-embedded-png': { en: 'an embedded PNG', zh: '内嵌 PNG 数据' },
  'bmp-huffman': { en: 'Huffman coding', zh: '霍夫曼编码' },
  'bmp-cmyk': { en: 'CMYK colours', zh: 'CMYK 颜色' },
};

/** Completes "This is no picture: X". */
export const noPictureTexts: Readonly<Record<NoPicture, Bilingual>> = {
  PDF: { en: 'it is a PDF document; export the page as a picture', zh: '这是 PDF 文档，请将页面导出为图片' },
  PostScript: { en: 'it is a PostScript document; render it first', zh: '这是 PostScript 文档，请先渲染为图片' },
  'ZIP archive': {
    en: 'it is a ZIP archive or an office document; unpack it first',
    zh: '这是 ZIP 压缩包或办公文档，请先解压',
  },
  gzip: { en: 'it is compressed with gzip; unpack it first', zh: '这是 gzip 压缩数据，请先解压' },
  '7z archive': { en: 'it is a 7z archive; unpack it first', zh: '这是 7z 压缩包，请先解压' },
  'RAR archive': { en: 'it is a RAR archive; unpack it first', zh: '这是 RAR 压缩包，请先解压' },
  'sound or video': { en: 'it is sound or video; export a single frame', zh: '这是音频或视频，请导出单帧图片' },
  program: { en: 'it is a program', zh: '这是可执行程序' },
  'Base64 text': {
    en: 'it is Base64 text of a picture, so it was probably encoded twice; encode the file once',
    zh: '这是图片的 Base64 文本，很可能被编码了两次，请只编码一次',
  },
  HTML: {
    en: 'it is an HTML page, often an error page in place of a download; check where the file came from',
    zh: '这是 HTML 页面（常见于下载失败时的错误页），请检查文件来源',
  },
  XML: { en: 'it is XML', zh: '这是 XML 文本' },
  JSON: {
    en: 'it is JSON, often an error reply in place of a download',
    zh: '这是 JSON 文本（常见于下载失败时的错误响应）',
  },
  text: { en: 'it is text, perhaps an address or a path instead of the file', zh: '这是文本，可能误传了地址或路径' },
  'zero bytes': {
    en: 'it holds only zero bytes, as after an unfinished write',
    zh: '内容全为零字节（常见于写入未完成）',
  },
  'unknown bytes': {
    en: 'its bytes match no known format; check that the file arrived unaltered',
    zh: '字节与任何已知格式都不匹配，请检查文件在传输中是否被改动',
  },
};

/** Names the place of the orientation. */
export const orientationSourceTexts: Readonly<Record<OrientationSource, Bilingual>> = {
  none: { en: 'The metadata', zh: '元数据' },
  exif: { en: 'The EXIF data', zh: 'EXIF 数据' },
  xmp: { en: 'The XMP packet', zh: 'XMP 数据' },
  'tiff-tag': { en: 'The TIFF directory', zh: 'TIFF 目录' },
};

/** How a viewer turns the picture upright, for each orientation. */
export const orientationTexts: Readonly<Record<Orientation, Bilingual>> = {
  1: { en: 'upright', zh: '正向' },
  2: { en: 'mirrored', zh: '水平镜像' },
  3: { en: 'turned by 180°', zh: '旋转 180°' },
  4: { en: 'mirrored top to bottom', zh: '垂直镜像' },
  5: { en: 'mirrored and turned by 270°', zh: '镜像并旋转 270°' },
  6: { en: 'to be turned 90° clockwise', zh: '需顺时针旋转 90°' },
  7: { en: 'mirrored and turned by 90°', zh: '镜像并旋转 90°' },
  8: { en: 'to be turned 90° anticlockwise', zh: '需逆时针旋转 90°' },
};
