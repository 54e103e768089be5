/** Day known, or only the year, as the card has it. */
export type ForeignBirth =
  | { readonly known: 'date'; readonly date: string }
  | { readonly known: 'year'; readonly year: number };

/** What somebody else's card says of its holder: claimed, not verified. What it does not say is absent. */
export interface ForeignCard {
  readonly source: 'abha-qr' | 'aadhaar-qr';
  /** `none`: this kind carries none. `not-checked`: no certificate to check it by. `good`: by one that was given. */
  readonly signature: 'none' | 'not-checked' | 'good';
  readonly name: string;
  readonly birth?: ForeignBirth;
  readonly sex?: 'male' | 'female' | 'other';
  /** 14 digits. */
  readonly abha?: string;
  /** Whether the check digit of `abha` fits; a reason to look twice, no more. */
  readonly abhaChecks?: boolean;
  /** Ten digits. */
  readonly phone?: string;
  readonly addressLine?: string;
  /** Codes of the Local Government Directory. */
  readonly stateLgd?: string;
  readonly districtLgd?: string;
}

export type ForeignCardReading =
  | { outcome: 'read'; card: ForeignCard }
  /** A text of some other kind. */
  | { outcome: 'other' }
  | { outcome: 'damaged'; reason: string }
  /** Signed by none of the given keys. */
  | { outcome: 'forged' };
