import type { CardTemplate } from './template.ts';
import { type CardLanguage, type FieldName, type GivenText, isGiven, labelOf } from './words.ts';

/** Everything that is drawn of one person's card. */
export interface CardFace {
  readonly programme: {
    readonly title: string;
    readonly titleNative: string;
    /** The language beside English. */
    readonly language: CardLanguage;
    /** `#rrggbb`. */
    readonly colour: string;
    readonly organisation: string;
  };
  readonly name: string;
  readonly nativeName?: string;
  /** Already in words, in both languages. */
  readonly sex: string;
  readonly birth: string;
  readonly guardian?: string;
  /** Twelve digits; drawn in groups of four. */
  readonly number: string;
  readonly area?: string;
  readonly issuedOn: string;
  readonly expiresOn?: string;
  /** JPEG, 3:4 with the eyes where a token image has them; another shape is cropped to it about its middle. */
  readonly portrait?: Uint8Array;
  /** Text of the code without a photo (profile A), in letters of the alphanumeric mode. */
  readonly qrText: string;
  /** Text of the code with a small photo (profile B). */
  readonly photoQrText?: string;
  readonly provisional: boolean;
}

/** The value of a field, empty where the person has none. */
export function fieldValue(face: CardFace, field: FieldName): string {
  switch (field) {
    case 'number':
      return face.number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
    case 'issued':
      return face.issuedOn;
    case 'expires':
      return face.expiresOn ?? '';
    case 'organisation':
      return face.programme.organisation;
    default:
      return face[field] ?? '';
  }
}

/** A field's label, in the card's language and in English. */
export const fieldLabel = (face: CardFace, field: FieldName) => labelOf(field, face.programme.language);

/** A text that a template names, in the card's language or in English; empty where there is none. */
export function textOf(
  face: CardFace,
  template: CardTemplate,
  { text, in: wanted }: { readonly text: string; readonly in: 'card' | 'english' },
): string {
  const { programme } = face;
  const language = wanted === 'english' ? 'en' : programme.language;
  const given: Readonly<Record<GivenText, string>> = {
    programme: language === 'en' ? programme.title : programme.titleNative,
    organisation: programme.organisation,
    name: face.name,
    'native-name': face.nativeName ?? '',
  };
  return isGiven(text) ? given[text] : (template.texts[text]?.[language] ?? '');
}
