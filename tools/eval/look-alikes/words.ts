import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

const english = list(`
  the of and a to in is that for it was on are as with his they at be this from have or by one had not but what all were
  when we there can an your which their said if do will each about how up out them then she many some so these would
  other into has more her two like him see time could no make than first been its who now people my made over did down
  only way find use may water long little very after words called just where most know account market winter price river
  paper letter garden engine bridge window station silver copper wooden orange kitchen delivery contract payment meeting`);
const things = list(`
  apple bread butter coffee milk cheese tomato onion pepper rice noodle sugar salt flour honey soap towel candle bottle
  glass plate spoon knife lamp chair table shelf paint brush nail screw hammer drill ladder rope tape glue paper pencil
  marker folder stapler printer cable charger battery keyboard mouse monitor jacket shirt sock shoe glove scarf belt`);
const surnames = list(
  'Adler Bianchi Chen Diallo Eriksen Fischer Garcia Haddad Ivanov Jensen Kovacs Lindqvist Moreau Novak Okafor Petrov Quist Rossi Silva Tanaka Ueda Vargas Weber Xu Yilmaz Zhang',
);
const givenNames = list(
  'Anna Ben Clara David Elif Farid Greta Hugo Iris Jonas Kim Lena Mateo Nora Omar Paula Quentin Rosa Sven Tara Umar Vera Wei Xenia Yuki Zoe',
);
const brands = list(
  'KODIAK MARBLE Solano Vertex ALPINA Brio Corvus Delfin EMBER Faro Gala Harbor INDIGO Jasper Kestrel Lumen MERIDIAN Nimbus ORION Pelican Quartz Rubicon Sable TUNDRA Umbra Vesper WILLOW Xylo Yonder ZEPHYR',
);
const characters = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const word = (random: Random): string => draw(english, random);
export const thing = (random: Random): string => draw(things, random);
export const brand = (random: Random): string => draw(brands, random);
export const personName = (random: Random): string => `${draw(givenNames, random)} ${draw(surnames, random)}`;
export const companyName = (random: Random): string =>
  `${draw(surnames, random)} ${draw(['Ltd', 'GmbH', '& Sons', 'Trading', 'Works', 'Foods'], random)}`;

/** A whole number from `low` to `high`, both included. */
export const whole = (low: number, high: number, random: Random): number =>
  low + Math.floor((high - low + 1) * random());
/** An amount of money with two decimals. */
export const amount = (most: number, random: Random): string => (0.5 + (most - 0.5) * random() ** 2).toFixed(2);
export const digits = (count: number, random: Random): string =>
  Array.from({ length: count }, () => whole(0, 9, random)).join('');
export const date = (random: Random): string =>
  `${whole(1990, 2029, random)}-${String(whole(1, 12, random)).padStart(2, '0')}-${String(whole(1, 28, random)).padStart(2, '0')}`;

/** Some words as a sentence. */
export function sentence(count: number, random: Random): string {
  return `${capital(Array.from({ length: count }, () => word(random)).join(' '))}.`;
}

/** Some Chinese characters; they make no sense, but fill a line as a text does. */
export const chineseText = (count: number, random: Random): string =>
  Array.from({ length: count }, (_, index) => (index % 13 === 12 ? '，' : draw(characters, random))).join('');

/** Lines of running text, each at most `width` letters long. */
export function lines(count: number, width: number, random: Random): string[] {
  return Array.from({ length: count }, () => {
    let line = '';
    for (let next = word(random); line.length + next.length < width; next = word(random)) line += `${next} `;
    return line.trim();
  });
}
