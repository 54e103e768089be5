/*
 * A finger minutiae record as data, the same for both standards. Numbers are those of the record: pixels of its own
 * image, angle units of its own standard. Fields the standards reserve are kept, so that what was read is written back
 * to the byte.
 */

export type InterchangeStandard = 'iso-19794-2-2005' | 'ansi-378-2004';

/** `other` is neither or not told apart. */
export type RecordMinutiaType = 'other' | 'ending' | 'bifurcation';

export interface RecordMinutia {
  readonly type: RecordMinutiaType;
  /** Pixels from the top-left corner, y down. */
  readonly x: number;
  readonly y: number;
  /** Counter-clockwise from +x as on paper, a byte: 1/256 turn in ISO (0..255), 2 degrees in ANSI (0..179). */
  readonly angle: number;
  /** 1..100, or 0 when not reported. */
  readonly quality: number;
  /** Two bits, 0. */
  readonly reserved: number;
}

/** A block of the extended data: type 1 is ridge counts, 2 cores and deltas, 0x0100 and above a vendor's own. */
export interface ExtendedBlock {
  readonly type: number;
  readonly data: Uint8Array;
}

/**
 * What the length of an extended block counts: its data alone, or the four bytes of type and length as well. ANSI means
 * the second; for ISO both are found in use.
 */
export type ExtendedLengths = 'of-data' | 'of-block';

/** One impression of one finger. */
export interface FingerView {
  /** 0 unknown, 1..5 right thumb to little finger, 6..10 left thumb to little finger. */
  readonly position: number;
  /** Counts the views of one finger, 0..15. */
  readonly view: number;
  /** 0 live plain, 1 live rolled, 2 and 3 the same not live, 8 swipe; 0..15. */
  readonly impression: number;
  /** 0..100. */
  readonly quality: number;
  /** At most 255. */
  readonly minutiae: readonly RecordMinutia[];
  readonly extended: readonly ExtendedBlock[];
  readonly extendedLengths: ExtendedLengths;
}

/** How and at what size the fingers were captured; one for all views. */
export interface CaptureFields {
  /** The device is certified to Appendix F of the FBI's IAFIS specification. */
  readonly certified: boolean;
  /** Three bits, 0. */
  readonly reservedCompliance: number;
  /** Vendor's device id, 12 bits; 0 when not reported. */
  readonly device: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels a centimetre. */
  readonly resolutionX: number;
  readonly resolutionY: number;
  /** A byte, 0. */
  readonly reserved: number;
}

export interface IsoRecord extends CaptureFields {
  readonly standard: 'iso-19794-2-2005';
  /** 1 to 255. */
  readonly views: readonly FingerView[];
}

export interface AnsiRecord extends CaptureFields {
  readonly standard: 'ansi-378-2004';
  /** CBEFF product identifier: owner as registered with IBIA, and the owner's own type. */
  readonly productOwner: number;
  readonly productType: number;
  /** Two bytes, or six for a record of 65,536 bytes and more. */
  readonly lengthField: 'short' | 'long';
  /** 1 to 255. */
  readonly views: readonly FingerView[];
}

export type MinutiaRecord = IsoRecord | AnsiRecord;

export type RecordFault =
  /** Other bytes altogether; a card format without a header also looks like this. */
  | 'not-a-minutiae-record'
  /** A minutiae record of another version, such as ISO/IEC 19794-2:2011. */
  | 'unsupported-variant'
  /** Fewer bytes than the record says it has. */
  | 'truncated'
  /** More bytes than the record says it has, or its views do not fill it exactly. */
  | 'length-mismatch'
  /** Longer than its length field can say. */
  | 'too-long'
  | 'bad-header'
  | 'bad-image-size'
  | 'bad-resolution'
  | 'bad-view-count'
  | 'bad-view-number'
  | 'bad-position'
  | 'bad-impression'
  | 'bad-quality'
  | 'bad-minutia-count'
  | 'bad-minutia-type'
  | 'bad-minutia'
  | 'bad-angle'
  | 'point-outside-image'
  | 'bad-extended-data';

export interface RecordRefused {
  readonly outcome: 'refused';
  readonly reason: RecordFault;
}
