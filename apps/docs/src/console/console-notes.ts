import { limitTexts } from '@semblance/spec/limit-texts';
import type { Localized } from '../site/locale.ts';

/** Texts of the notes below the console. */
interface ConsoleNotes {
  readonly title: string;
  readonly lead: string;
  readonly colon: string;
  /** `{bound}` stands for a number. */
  readonly points: readonly { readonly term: string; readonly words: string }[];
}

/** What the console does and how exact it is. */
export const consoleNotes: Localized<ConsoleNotes> = {
  en: {
    title: 'What this page does',
    lead: 'Put two pictures in, compare, and see the score or the code, the answer in JSON and XML, the request as it goes over the wire, and the same call as code in eight languages.',
    colon: ': ',
    points: [
      {
        term: 'This page',
        words:
          'the engine’s own code runs here: decoding, network, colours, points, and what differs. An engine answers the same score to six digits for JPEG, PNG, BMP, GIF, PPM and TIFF, for lossless WebP and for WebP that need not be shrunk. Where the browser’s own decoder is needed (larger lossy WebP, CMYK, colour profiles) the score may differ by up to {bound}; it is then marked, and both words are given where a border is that near.',
      },
      {
        term: 'An engine',
        words:
          'the request goes to the address you enter, signed with the keys you enter. An engine lets every page in; start one with “npm start -- --port 8080 --allow-anonymous” to go without keys.',
      },
      {
        term: 'Alibaba Cloud',
        words: 'signed in this page and sent straight to the endpoint. Keys are neither stored nor sent.',
      },
      {
        term: 'Limits',
        words: `checked before anything is sent: at most ${limitTexts.pictureMaxSize.en}, the sides that the service type allows, no rotation flag. A picture that breaks one can be put right with one click, or sent all the same to see the answer.`,
      },
      {
        term: 'Service type',
        words: 'sets the pixel limits and how much what differs counts, as in the engine.',
      },
      {
        term: 'Offline',
        words: 'what was loaded once is kept by the browser: the page compares without a connection the next time.',
      },
      {
        term: 'On the command line',
        words:
          'npm run compare -- first.jpg second.jpg; npm run semblance -- explain first.jpg second.jpg --out why.png.',
      },
    ],
  },
  zh: {
    title: '本页做什么',
    lead: '放入两张图片并比对，即可看到分数或错误码、JSON 与 XML 应答、实际发送的请求，以及八种语言的同一调用代码。',
    colon: '：',
    points: [
      {
        term: '本页',
        words:
          '运行的就是引擎自己的代码：解码、网络、颜色、特征点，以及哪里不同。对 JPEG、PNG、BMP、GIF、PPM、TIFF、无损 WebP 以及无需缩小的 WebP，分数与引擎六位小数一致。需要浏览器自行解码时（较大的有损 WebP、CMYK、带颜色配置文件），分数最多可能相差 {bound}；此时会注明，若接近分界，则两种说法都会给出。',
      },
      {
        term: '引擎',
        words:
          '请求发往你填写的地址，用你填写的密钥签名。引擎允许所有页面访问；用“npm start -- --port 8080 --allow-anonymous”启动则无需密钥。',
      },
      { term: '阿里云', words: '在本页签名，直接发往接入地址。密钥不会保存，也不会发送。' },
      {
        term: '限制',
        words: `发送之前先检查：不超过 ${limitTexts.pictureMaxSize.zh}、服务类型允许的边长、没有旋转标记。不合格的图片可一键修正，也可照样发送以查看应答。`,
      },
      { term: '服务类型', words: '决定像素限制，以及不同之处占多大分量，与引擎相同。' },
      { term: '离线', words: '加载过的内容由浏览器保留：下次没有网络也能比对。' },
      {
        term: '命令行',
        words:
          'npm run compare -- first.jpg second.jpg；npm run semblance -- explain first.jpg second.jpg --out why.png。',
      },
    ],
  },
};
