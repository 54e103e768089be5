/** An image from a scanner: row-major, one byte a pixel, 0 = black ridge, 255 = white valley. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** Pixels an inch, as the scanner states it. */
  readonly dpi: number;
  readonly pixels: Uint8Array;
}

export type MinutiaKind = 'ending' | 'bifurcation';

/** A place where a ridge ends or forks. */
export interface Minutia {
  /** Pixels at 500 dpi from the top-left corner, in steps of 1/4. */
  readonly x: number;
  readonly y: number;
  /**
   * Radians in [0, 2π), counter-clockwise from +x as on paper (y up), in steps of 2π/256: along the ridge that
   * ends, or between the two branches of a fork. The direction and unit of ISO/IEC 19794-2:2005.
   */
  readonly angle: number;
  readonly kind: MinutiaKind;
  /** How sure the extractor is, 0..1. */
  readonly quality: number;
}

/** Where the ridge flow turns back on itself, or where three flows meet. */
export interface SingularPoint {
  readonly kind: 'core' | 'delta';
  /** As of a minutia. */
  readonly x: number;
  readonly y: number;
  /**
   * As of a minutia. Of a core, the way its innermost loop opens; of a delta, one of its three arms, the one nearest to
   * straight down (3π/2).
   */
  readonly angle: number;
}

export interface FingerprintTemplate {
  /** Engine and template version, such as `ridge/3`. */
  readonly engine: string;
  /** The surest first. */
  readonly minutiae: readonly Minutia[];
  /** At most four, cores first. */
  readonly singularPoints: readonly SingularPoint[];
  /** Size of the image at 500 dpi. */
  readonly width: number;
  readonly height: number;
  /** Quality of the print, 0..100. */
  readonly quality: number;
}

/** What to tell the person so that the next try is better. */
export type PrintAdvice = 'too-dry' | 'too-wet' | 'too-little-contact' | 'off-centre' | 'smudged';

/**
 * `wrong-resolution`: ridges lie as close or as wide as on no finger, so the image's dpi is not what it says.
 * `too-little-contact`: ridges, but too few to tell anything by.
 */
export type ExtractionRefusal =
  | 'blank'
  | 'too-small'
  | 'too-large'
  | 'too-little-contact'
  | 'wrong-resolution'
  | 'not-a-fingerprint';

export type Extraction =
  | {
      readonly outcome: 'extracted';
      readonly template: FingerprintTemplate;
      /** 0..100; our own scale, not NFIQ. */
      readonly quality: number;
      readonly advice: PrintAdvice | null;
    }
  | { readonly outcome: 'refused'; readonly reason: ExtractionRefusal };
