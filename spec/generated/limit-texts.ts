// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

/** Each limit as written in texts, in both languages, so that prose contains no numbers of its own. */
export const limitTexts = {
  "pictureMaxBytes": {
    "en": "4,194,304",
    "zh": "4,194,304"
  },
  "pictureMaxSize": {
    "en": "4 MB",
    "zh": "4 MB"
  },
  "pictureBase64MaxLength": {
    "en": "5,592,408",
    "zh": "5,592,408"
  },
  "pictureFormats": {
    "en": "PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM",
    "zh": "PNG、JPG、JPEG、BMP、GIF、WEBP、TIFF、PPM"
  },
  "pictureFormatCount": {
    "en": "8",
    "zh": "8"
  },
  "pixelRanges": {
    "en": "100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances",
    "zh": "商品、通用、家具、五金、版权类实例为 100 至 4096 像素；商标类实例为 200 至 4095 像素；布料类实例为 448 至 4096 像素"
  },
  "instanceNameMaxLength": {
    "en": "20",
    "zh": "20"
  },
  "transferTimeout": {
    "en": "5 seconds",
    "zh": "5 秒"
  },
  "clockWindow": {
    "en": "15 minutes",
    "zh": "15 分钟"
  },
  "headerMaxBytes": {
    "en": "131,072",
    "zh": "131,072"
  }
} as const;
