import type { IExecuteFunctions } from 'n8n-workflow';

import { cardHints, checkCard } from '../../../../feishu/im/card';
import type { CardPath } from '../../../../feishu/im/card/path';
import { checkPost, postHints } from '../../../../feishu/im/content/post/checkPost';
import type { JsonObject } from '../../../../feishu/json';
import { tell } from '../../operation/tell';
import type { Surface } from './surface';

interface Checked {
	surface: Surface;
	/** What complaints call the field. */
	field: string;
	/** The block that an element comes from. */
	nameOf?: (path: CardPath) => string | undefined;
}

/**
 * Refuses a card that the platform would refuse where it goes.
 * @throws InputError, or TooMuchError where less would do
 */
export function checkCardOn({ cardUse, cardLimit }: Surface, card: JsonObject, field: string): void {
	checkCard(card, { field, use: cardUse, limitBytes: cardLimit });
}

/** The same, and tells what the platform takes and does not show. @throws InputError */
export function checkedCard(
	context: IExecuteFunctions,
	card: JsonObject,
	{ surface: { cardUse, cardLimit }, field, nameOf }: Checked,
): JsonObject {
	checkCard(card, { field, nameOf, use: cardUse, limitBytes: cardLimit });
	tell(context, cardHints(card, { use: cardUse, nameOf }));
	return card;
}

/** @throws InputError when the platform would refuse the post where it goes */
export function checkedPost<P extends object>(
	context: IExecuteFunctions,
	post: P,
	{ surface: { postUse }, field }: Checked,
): P {
	const plain = { ...post } as JsonObject;
	checkPost(plain, { field, use: postUse });
	tell(context, postHints(plain, postUse));
	return post;
}
