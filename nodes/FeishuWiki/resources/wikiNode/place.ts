import type { Asking } from '../../../shared/client/asking';
import { choiceField } from '../../../shared/fields/plain';
import { variantField } from '../../../shared/fields/variants';
import { mappedField } from '../../../shared/operation/field';
import { pageField } from '../../../shared/wiki/page';
import { spaceField } from '../../../shared/wiki/space';
import { WIKI_NODE, wikiNodes } from '../../../shared/wiki/wikiNodes';

const where = choiceField({
	displayName: 'Place',
	name: 'placeInWiki',
	options: [
		{ name: 'Below a Page', value: 'page' },
		{ name: 'First Level of a Wiki', value: 'space' },
	],
	default: 'page',
	description: 'Where in a wiki',
});

const parent = pageField({ displayName: 'Parent Page', name: 'parentPage' });
const space = spaceField();

/** A place in a wiki as its endpoints name it. */
export interface PlaceInWiki {
	space_id: string;
	/** Undefined for the first level. */
	parent_node_token?: string;
	/** The host of an address that was pasted. */
	origin?: string;
}

/** Below a page, or the first level of a wiki. Gives what asks the platform for it. @throws InputError */
export const placeField = mappedField(variantField(where, { page: parent, space }), ({ choice, value }) => ({
	/** Tells places from each other, for calls that have to follow one another. */
	key: JSON.stringify(choice === 'page' ? value.node_token : value.address),
	/** @throws InputError, CallError */
	async of(asking: Asking): Promise<PlaceInWiki> {
		if (choice === 'space') return { space_id: await value.id(asking) };
		const { feishu, context, errorContext } = asking;
		const { space_id = '' } = await wikiNodes(context, feishu, errorContext)(value.node_token);
		return { space_id, parent_node_token: value.node_token, ...(value.origin && { origin: value.origin }) };
	},
}));

/** What `placeField` may call. */
export const PLACE_CALLS = [WIKI_NODE];
