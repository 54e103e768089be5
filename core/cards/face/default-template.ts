import template from './default-template.json' with { type: 'json' };
import { CardTemplate } from './template.ts';

/** The card of a programme that has designed none of its own. */
export const defaultTemplate: CardTemplate = CardTemplate.parse(template);
