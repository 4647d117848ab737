import { crc32 } from 'node:zlib';

let serial = 0;

/** The same picture in a file that nobody has seen: a JPEG or PNG with a comment of its own. */
export function unseen(picture: Buffer): Buffer {
  serial += 1;
  const isJpeg = picture[0] === 0xff;
  const headBytes = isJpeg ? jpegHeadBytes : pngHeadBytes;
  const comment = isJpeg ? jpegComment(serial) : pngComment(serial);
  return Buffer.concat([picture.subarray(0, headBytes), comment, picture.subarray(headBytes)]);
}

/** The start marker. */
const jpegHeadBytes = 2;
/** Signature and IHDR. */
const pngHeadBytes = 33;

/** A comment segment (ITU-T T.81, B.2.4.5). */
function jpegComment(number: number): Buffer {
  const comment = Buffer.alloc(8);
  comment.writeUInt16BE(0xff_fe, 0);
  comment.writeUInt16BE(6, 2);
  comment.writeUInt32BE(number, 4);
  return comment;
}

/** A text chunk (PNG, 11.3.3.2). */
function pngComment(number: number): Buffer {
  const content = Buffer.from(`tEXtComment\0${number}`, 'latin1');
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
