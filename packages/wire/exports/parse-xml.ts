/** Reading answers in XML, for a client that loads this part only when an XML answer arrives. */
export { readXmlRecord } from '../src/read-xml-record.ts';
