/** Reading answers in XML, for a client that loads it when one arrives. */
export { readXmlRecord } from '../src/read-xml-record.ts';
