export { type RecordReading, type RecordWriting, readRecord, writeRecord } from './codec.ts';
export type {
  AnsiRecord,
  ExtendedBlock,
  ExtendedLengths,
  FingerView,
  InterchangeStandard,
  IsoRecord,
  MinutiaRecord,
  RecordFault,
  RecordMinutia,
  RecordMinutiaType,
} from './record.ts';
export {
  type InterchangePrint,
  type RecordMaking,
  type RecordOptions,
  toRecord,
  unknownProduct,
} from './to-record.ts';
export { type PrintsMaking, type TemplateMaking, toPrints, toTemplate } from './to-template.ts';
