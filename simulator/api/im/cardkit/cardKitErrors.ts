import { CardProblem } from '../../../content/cardProblem';
import { PlatformError } from '../../../platform/envelope';

/**
 * The codes of card entities, all with HTTP 400. Source: the error tables of
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/batch_update and its neighbors.
 */
const WORDS = {
	10002: 'Your request contains an invalid request parameter.',
	200220: 'Failed to generate card content',
	200740: 'The card entity does not exist',
	200750: 'The card entity has expired',
	200770: 'UUID conflict',
	200810: 'The card is in an ongoing interaction and cannot be updated',
	200850: 'Card streaming timeout',
	200860: 'Card content exceeds limit.',
	300121: 'Failed to replace element',
	300122: 'Failed to update card configuration',
	300301: 'Duplicate element_id in card component.',
	300302: 'update_multi property is false',
	300303: 'Only schema 2.0 is supported',
	300305: 'The number of card components exceeds 200',
	300307: 'The card DSL is empty',
	300309: 'Card streaming closed',
	300310: 'Only update text',
	300311: 'The current application does not have permission to update/use this card',
	300312: 'Unable to update element tag',
	300313: 'Failed to update element properties',
	300314: 'Failed to delete element',
	300315: 'Failed to add element',
	300317: 'The sequence number for operating on the card did not increment consecutively',
} as const;

export type CardKitCode = keyof typeof WORDS;

export const refuse = (code: CardKitCode, words: string = WORDS[code]) =>
	new PlatformError(code, words.startsWith('ErrCode') ? words : `ErrMsg: ${words}; `);

export const noElement = (code: CardKitCode, elementId: unknown) =>
	refuse(code, `not find elementID : ${String(elementId)}`);

/** What the card service finds in a card, by its own code; the rest is that of the operation. */
const PROBLEMS: Partial<Record<number, CardKitCode>> = { 300301: 300301, 300302: 300302 };

/** Does what may find a problem in a card, and words it as card entities do. */
export function asCardKitErrors<T>(otherwise: CardKitCode, work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof CardProblem)) throw error;
		const code = error.value === 'element' ? 300305 : PROBLEMS[error.code];
		throw code === undefined ? refuse(otherwise, error.ext) : refuse(code);
	}
}
